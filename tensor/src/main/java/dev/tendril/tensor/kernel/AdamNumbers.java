package dev.tendril.tensor.kernel;

/**
 * The numbers of one update by {@link Elementwise#adam}.
 *
 * @param decay1 of the mean of gradients
 * @param share1 of the gradient in that mean
 * @param decay2 of the mean of squares
 * @param share2 of the squared gradient in that mean
 * @param rate of the step
 * @param correction of the mean of squares
 * @param epsilon added to the root
 */
public record AdamNumbers(
        double decay1, double share1, double decay2, double share2, double rate, double correction, double epsilon) {}
