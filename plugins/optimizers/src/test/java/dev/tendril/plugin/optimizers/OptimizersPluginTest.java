package dev.tendril.plugin.optimizers;

import dev.tendril.testkit.AveragingContract;
import dev.tendril.testkit.ClippingContract;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.OptimizerContract;
import dev.tendril.testkit.PluginContract;
import dev.tendril.testkit.ScheduleContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** What Tendril relies on in every component of the plugin. */
final class OptimizersPluginTest extends PluginContract {
    OptimizersPluginTest() {
        super(OptimizersPlugin.class);
    }

    @Override
    protected List<ComponentContract<?>> contracts() {
        return List.of(
                new AdagradTest(),
                new RmsPropTest(),
                new GravesRmsPropTest(),
                new AdadeltaTest(),
                new AdamWTest(),
                new AmsGradTest(),
                new NadamTest(),
                new LionTest(),
                new StepScheduleTest(),
                new ExponentialScheduleTest(),
                new CosineScheduleTest(),
                new OneCycleScheduleTest(),
                new HalveAfterEpochScheduleTest(),
                new PlateauScheduleTest(),
                new SinceEpochAveragingTest(),
                new PerParameterTest());
    }

    @Nested
    final class AdagradTest extends OptimizerContract<Adagrad.Parameters> {
        AdagradTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: adagrad, learning_rate: 0.5, initial: 0.1}"));
        }
    }

    @Nested
    final class RmsPropTest extends OptimizerContract<RmsProp.Parameters> {
        RmsPropTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: rmsprop, learning_rate: 0.003}"));
        }
    }

    @Nested
    final class GravesRmsPropTest extends OptimizerContract<GravesRmsProp.Parameters> {
        GravesRmsPropTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: rmsprop_graves, learning_rate: 0.002, momentum: 0.5}"));
        }
    }

    @Nested
    final class AdadeltaTest extends OptimizerContract<Adadelta.Parameters> {
        AdadeltaTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: adadelta, epsilon: 1e-4}"));
        }
    }

    @Nested
    final class AdamWTest extends OptimizerContract<AdamW.Parameters> {
        AdamWTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: adamw, learning_rate: 0.01, weight_decay: 0.001}"));
        }
    }

    @Nested
    final class AmsGradTest extends OptimizerContract<AmsGrad.Parameters> {
        AmsGradTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: amsgrad, learning_rate: 0.01}"));
        }
    }

    @Nested
    final class NadamTest extends OptimizerContract<Nadam.Parameters> {
        NadamTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: nadam, learning_rate: 0.01}"));
        }
    }

    @Nested
    final class LionTest extends OptimizerContract<Lion.Parameters> {
        LionTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: lion, learning_rate: 0.001, weight_decay: 0.001}"));
        }
    }

    @Nested
    final class StepScheduleTest extends ScheduleContract<StepSchedule> {
        StepScheduleTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: step, every: 3}"));
        }
    }

    @Nested
    final class ExponentialScheduleTest extends ScheduleContract<ExponentialSchedule> {
        ExponentialScheduleTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: exponential, steps: 13}"));
        }
    }

    @Nested
    final class CosineScheduleTest extends ScheduleContract<CosineSchedule> {
        CosineScheduleTest() {
            super(OptimizersPlugin.class, Examples.yaml("cosine", "{type: cosine, steps: 53, warmup: 7, floor: 0.1}"));
        }
    }

    @Nested
    final class OneCycleScheduleTest extends ScheduleContract<OneCycleSchedule> {
        OneCycleScheduleTest() {
            super(OptimizersPlugin.class, Examples.yaml("one_cycle", "{type: one_cycle, steps: 53, rise: 0.5}"));
        }
    }

    @Nested
    final class HalveAfterEpochScheduleTest extends ScheduleContract<HalveAfterEpochSchedule> {
        HalveAfterEpochScheduleTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: halve_after_epoch, epoch: 2}"));
        }
    }

    @Nested
    final class PlateauScheduleTest extends ScheduleContract<PlateauSchedule> {
        PlateauScheduleTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: plateau, patience: 1}"));
        }
    }

    @Nested
    final class SinceEpochAveragingTest extends AveragingContract<SinceEpoch.Parameters> {
        SinceEpochAveragingTest() {
            super(OptimizersPlugin.class, Examples.yaml("since_epoch", "{type: since_epoch, epoch: 5}"));
        }
    }

    @Nested
    final class PerParameterTest extends ClippingContract<PerParameterClipping.Parameters> {
        PerParameterTest() {
            super(OptimizersPlugin.class, Examples.yaml("{type: per_parameter, max: 0.7}"));
        }
    }
}
