package dev.tendril.training.averaging;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.training.Averaging;

/**
 * Registers {@code exponential}: the exponential moving average of a parameter, without the bias of a mean that starts from nothing (as in
 * Kingma &amp; Ba 2015, section 3). With θₜ the parameter after update t and d the decay, it is {@code (1 − d) Σᵢ dᵗ⁻ⁱ θᵢ / (1 − dᵗ)},
 * computed as
 * <pre>
 *   a′ = a + (1 − d) / (1 − dᵗ) · (θₜ − a)
 * </pre>
 */
public final class ExponentialProvider implements AveragingProvider<ExponentialParameters> {
    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public Class<ExponentialParameters> parameters() {
        return ExponentialParameters.class;
    }

    @Override
    public String description() {
        return "The exponential moving average of the parameters (EMA): after every update the mean moves a little towards them.";
    }

    @Override
    public Averaging<?> create(ExponentialParameters parameters) {
        double decay = parameters.decay();
        return Averaging.moving(
                Averaging.Moment.UPDATE, update -> (1 - decay) / (1 - Math.pow(decay, (double) update)));
    }
}
