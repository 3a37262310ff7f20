package dev.tendril.training;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.training.averaging.ExponentialProvider;
import dev.tendril.training.averaging.LastEpochsProvider;
import dev.tendril.training.clipping.NormClippingProvider;
import dev.tendril.training.clipping.ValueClippingProvider;
import dev.tendril.training.loss.BinaryProvider;
import dev.tendril.training.loss.CrossEntropyProvider;
import dev.tendril.training.loss.HuberProvider;
import dev.tendril.training.loss.MaeProvider;
import dev.tendril.training.loss.MseProvider;
import dev.tendril.training.metric.AccuracyProvider;
import dev.tendril.training.metric.ErrorMetrics;
import dev.tendril.training.metric.MacroF1Provider;
import dev.tendril.training.metric.MicroF1Provider;
import dev.tendril.training.metric.SpanF1Provider;
import dev.tendril.training.optimizer.AdamProvider;
import dev.tendril.training.optimizer.SgdProvider;
import dev.tendril.training.schedule.ConstantProvider;
import dev.tendril.training.schedule.NoamProvider;
import dev.tendril.training.schedule.WarmupProvider;
import java.util.List;
import java.util.stream.Stream;

/** Every component of this module; part of the plugin {@code core}. */
public final class TrainingComponents implements Plugin {
    @Override
    public List<LossProvider<?>> losses() {
        return List.of(
                new CrossEntropyProvider(),
                new MseProvider(),
                new MaeProvider(),
                new HuberProvider(),
                new BinaryProvider());
    }

    @Override
    public List<MetricProvider<?>> metrics() {
        return Stream.of(
                        List.of(
                                new AccuracyProvider(),
                                new MacroF1Provider(),
                                new MicroF1Provider(),
                                new SpanF1Provider()),
                        ErrorMetrics.providers())
                .<MetricProvider<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return List.of(new SgdProvider(), new AdamProvider());
    }

    @Override
    public List<ScheduleProvider<?>> schedules() {
        return List.of(new ConstantProvider(), new WarmupProvider(), new NoamProvider());
    }

    @Override
    public List<ClippingProvider<?>> clippings() {
        return List.of(new NormClippingProvider(), new ValueClippingProvider());
    }

    @Override
    public List<AveragingProvider<?>> averagings() {
        return List.of(new ExponentialProvider(), new LastEpochsProvider());
    }
}
