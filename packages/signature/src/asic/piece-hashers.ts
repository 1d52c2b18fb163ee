// A module of its own, so that a bundler loads these two of the library with the first large file, and not all of it.
export { createCRC32, createSHA256 } from "hash-wasm";
