package dev.tendril.tensor.plan;

import java.util.List;

/** One level of a phase: a program, then products. */
record Stage(RowProgram program, List<ProductCall> products) {}
