const ONLINE = 'https://www.onetonline.org';

/** Page of an element of the content model, of an intermediate or a detailed work activity. */
export const elementUri = (id: string): string => `${ONLINE}/find/descriptor/result/${encodeURIComponent(id)}`;
export const occupationUri = (soc: string): string => `${ONLINE}/link/summary/${encodeURIComponent(soc)}`;
/** Commodity, class, family or segment of UNSPSC by its eight digits. */
export const commodityUri = (code: string): string => `${ONLINE}/search/tech/browse?b=${encodeURIComponent(code)}`;
export const technologyUri = (name: string): string => `${ONLINE}/search/tech/example?e=${encodeURIComponent(name)}`;
export const toolUri = (name: string): string => `${ONLINE}/search/t2/example?e=${encodeURIComponent(name)}`;
