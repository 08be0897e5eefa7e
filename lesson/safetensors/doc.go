// Package safetensors reads and writes files of named arrays in the format of that name, with
// which weights go from PyTorch to Go and back. It knows one type of number, float32 (arrays
// of whole numbers, such as PyTorch's num_batches_tracked, are passed over), and refuses what
// breaks the format's rules. Reading runs no code, as reading a pickle may, and takes memory in
// proportion to the file, whatever its header claims.
//
// A file has three parts:
//
//	8 bytes   the length of the header in bytes, little-endian
//	header    JSON: {"fc.bias":{"dtype":"F32","shape":[10],"data_offsets":[0,40]}, …}
//	data      the numbers, little-endian, one array after the other
//
// The offsets count bytes from the beginning of the data: where an array begins, and
// where it ends. Arrays touch: no gap, no overlap, nothing after the last one.
//
// The rules are those of https://github.com/huggingface/safetensors#format.
package safetensors
