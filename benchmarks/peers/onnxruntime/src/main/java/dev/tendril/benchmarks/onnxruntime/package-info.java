/** Inference computed by ONNX Runtime. */
@NullMarked
package dev.tendril.benchmarks.onnxruntime;

import org.jspecify.annotations.NullMarked;
