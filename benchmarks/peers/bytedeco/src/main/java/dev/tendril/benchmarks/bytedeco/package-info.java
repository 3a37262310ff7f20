/** The workloads computed by libtorch through its C++ interface, by JavaCPP. */
@NullMarked
package dev.tendril.benchmarks.bytedeco;

import org.jspecify.annotations.NullMarked;
