package dev.tendril.layers.head;

import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.training.Loss;

/**
 * Parameters of {@link Decoder}.
 *
 * @param embedding turns target tokens into vectors
 * @param network turns these into what the readout reads
 * @param loss compares scores with the target
 * @param scheduledSampling how often the model's own last token takes the place of the right one while training
 * @param initializer first values of the readout's weight
 */
public record DecoderParameters(
        @Param("Turns target tokens into vectors, one step at a time.")
        ComponentRef<Node> embedding,

        @Param("Turns these vectors into what the readout reads, one step at a time.")
        ComponentRef<Node> network,

        @Param("Compares the scores of the tokens with the target.") @Default("cross_entropy")
        ComponentRef<Loss> loss,

        @Param("Probability that, while training, a step reads the model's own last token instead of the right one"
                + " (Bengio et al. 2015).")
        @Default("0.0")
        @Range(min = 0, max = 1)
        double scheduledSampling,

        @Param("First values of the readout's weight.") @Default("xavier_uniform")
        ComponentRef<Initializer> initializer) {}
