/**
 * The only reader and writer of safetensors files: an 8-byte little-endian length, a header in JSON, then the numbers of all tensors.
 * Files are untrusted: everything in the header is checked before anything is allocated by it.
 *
 * <p>May depend on {@code dev.tendril.api} and {@code dev.tendril.tensor.kernel}.
 */
@NullMarked
package dev.tendril.tensor.io;

import org.jspecify.annotations.NullMarked;
