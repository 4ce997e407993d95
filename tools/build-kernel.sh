#!/bin/sh
# Builds the WebAssembly kernel of the ranking index; with "check" as argument only says whether the committed one is what
# the source gives. The same compiler gives the same bytes: the committed file was made with Debian clang 14.0.6.
set -eu
cd "$(dirname "$0")/.."
folder=src/ranking/persistence/index
out=$folder/kernel.wasm
[ "${1:-}" != check ] || out=$(mktemp)
clang --target=wasm32 -O3 -msimd128 -matomics -mbulk-memory -nostdlib -fvisibility=hidden -Wl,--no-entry \
  -Wl,--export-dynamic -Wl,--import-memory -Wl,--shared-memory -Wl,--max-memory=4294967296 -Wl,--initial-memory=1048576 \
  -Wl,--stack-first -Wl,-z,stack-size=32768 -Wl,--export=__heap_base -Wl,--strip-all -o "$out" $folder/kernel.c
[ "${1:-}" != check ] || { cmp "$out" $folder/kernel.wasm; rm "$out"; echo "kernel.wasm is what kernel.c gives"; }
