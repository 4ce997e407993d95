import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, ValidateNested } from 'class-validator';
import { DtoValidationPipe } from './validation.js';

class PartDto {
  @IsString() name: string;
}

class WholeDto {
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => PartDto) parts?: PartDto[];
}

class RoomyDto extends WholeDto {
  static readonly mostToCheck = 1_000_000;
}

describe('a body of more values than it should have', () => {
  const pipe = new DtoValidationPipe();
  const check = (value: unknown, metatype: new () => object = WholeDto): Promise<unknown> =>
    pipe.transform(value, { type: 'body', metatype });
  const parts = (count: number) => ({ parts: Array.from({ length: count }, () => ({ name: 'x' })) });

  it('is refused before each of them is looked at', async () => {
    // One object with one key and a list, 60; then 61 for each object with its key and its place in the list.
    await expect(check(parts(1_638))).resolves.toBeInstanceOf(WholeDto);
    await expect(check(parts(1_639))).rejects.toMatchObject({ code: 'too-many-values' });
    const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, 1]));
    await expect(check(keys)).rejects.toMatchObject({ code: 'too-many-values' });
    await expect(check({ parts: Array(100_001).fill(1) })).rejects.toMatchObject({ code: 'too-many-values' });
  });

  it('is checked where its DTO says that it may have as many', async () => {
    await expect(check(parts(1_639), RoomyDto)).resolves.toBeInstanceOf(RoomyDto);
  });
});
