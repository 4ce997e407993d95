import { readFileSync } from 'node:fs';
import type { Kernel } from '../../domain/index/kernel.js';
import { PlainKernel } from '../../domain/index/plain-kernel.js';
import { WasmKernel, type WasmPlatform } from '../../domain/index/wasm-kernel.js';

const MODULE = new URL('./kernel.wasm', import.meta.url);

/** The kernel in WebAssembly where the platform runs it, else the one in TypeScript; the answers are the same. */
export function startKernel(): Kernel {
  const { WebAssembly: platform } = globalThis as unknown as { WebAssembly?: WasmPlatform };
  if (platform === undefined) return new PlainKernel();
  try {
    return new WasmKernel(platform, readFileSync(MODULE));
  } catch {
    return new PlainKernel();
  }
}
