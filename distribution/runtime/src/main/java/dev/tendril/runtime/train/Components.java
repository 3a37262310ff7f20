package dev.tendril.runtime.train;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Schedule;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.ParameterGroupSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.training.NonFinitePolicy;
import dev.tendril.training.ParameterGroup;
import dev.tendril.training.ParameterPattern;
import dev.tendril.training.UpdateRule;
import java.util.List;

/** Makes the components of training. */
@SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
final class Components {
    private final ComponentRegistry registry;

    Components(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** How a step moves the parameters. */
    UpdateRule rule(TrainingSpec spec) {
        return new UpdateRule(
                optimizer(spec.optimizer()),
                spec.groups().stream().map(this::group).toList(),
                schedule(spec.schedule()),
                spec.clip().map(this::clipping),
                spec.averaging().map(this::averaging),
                NonFinitePolicy.STOP,
                spec.shards());
    }

    Metric metric(ComponentRef<Metric> reference) {
        MetricProvider<Record> provider = registry.provider(Kind.METRIC, reference.id(), MetricProvider.class);
        return provider.create(reference.parameters());
    }

    private Optimizer<?> optimizer(ComponentRef<Optimizer<?>> reference) {
        OptimizerProvider<Record> provider = registry.provider(Kind.OPTIMIZER, reference.id(), OptimizerProvider.class);
        return provider.create(reference.parameters());
    }

    private ParameterGroup group(ParameterGroupSpec group) {
        List<ParameterPattern> parameters =
                group.parameters().stream().map(ParameterPattern::new).toList();
        return new ParameterGroup(parameters, group.optimizer().map(this::optimizer));
    }

    private Averaging<?> averaging(ComponentRef<Averaging<?>> reference) {
        AveragingProvider<Record> provider = registry.provider(Kind.AVERAGING, reference.id(), AveragingProvider.class);
        return provider.create(reference.parameters());
    }

    private Schedule schedule(ComponentRef<Schedule> reference) {
        ScheduleProvider<Record> provider = registry.provider(Kind.SCHEDULE, reference.id(), ScheduleProvider.class);
        return provider.create(reference.parameters());
    }

    private Clipping clipping(ComponentRef<Clipping> reference) {
        ClippingProvider<Record> provider = registry.provider(Kind.CLIPPING, reference.id(), ClippingProvider.class);
        return provider.create(reference.parameters());
    }
}
