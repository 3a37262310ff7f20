package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** Ways to learn beside those of the core. */
@PluginInfo(id = "optimizers", version = "0.1.0", api = Spi.VERSION)
public final class OptimizersPlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public OptimizersPlugin() {}

    @Override
    public List<OptimizerProvider<?>> optimizers() {
        return List.of(
                new Registered<>(
                        "adagrad",
                        "AdaGrad: steps divided by the root of the sum of all squared gradients (Duchi et al. 2011).",
                        Adagrad.Parameters.class,
                        Adagrad::new),
                new Registered<>(
                        "rmsprop",
                        "RMSProp: steps divided by the root of a running mean of squared gradients (Tieleman & Hinton 2012).",
                        RmsProp.Parameters.class,
                        RmsProp::new),
                new Registered<>(
                        "rmsprop_graves",
                        "RMSProp with momentum, divided by the running deviation of gradients (Graves 2013).",
                        GravesRmsProp.Parameters.class,
                        GravesRmsProp::new),
                new Registered<>(
                        "adadelta",
                        "AdaDelta: steps in proportion to a running mean of the steps before (Zeiler 2012).",
                        Adadelta.Parameters.class,
                        Adadelta::new),
                new Registered<>(
                        "adamw",
                        "Adam with weight decay apart from the gradient (Loshchilov & Hutter 2019).",
                        AdamW.Parameters.class,
                        AdamW::new),
                new Registered<>(
                        "amsgrad",
                        "AMSGrad: Adam whose mean of squared gradients never falls (Reddi et al. 2018).",
                        AmsGrad.Parameters.class,
                        AmsGrad::new),
                new Registered<>(
                        "nadam", "Adam with Nesterov's momentum (Dozat 2016).", Nadam.Parameters.class, Nadam::new),
                new Registered<>(
                        "lion",
                        "Lion: steps of one size along the sign of the momentum (Chen et al. 2023).",
                        Lion.Parameters.class,
                        Lion::new));
    }

    @Override
    public List<ScheduleProvider<?>> schedules() {
        return List.of(
                new ScheduleProviderOf<>(
                        "step", "The learning rate falls by a factor every so many epochs.", StepSchedule.class),
                new ScheduleProviderOf<>(
                        "exponential",
                        "The learning rate falls smoothly, by a factor over so many updates.",
                        ExponentialSchedule.class),
                new ScheduleProviderOf<>(
                        "cosine",
                        "The learning rate falls along half a cosine, after a warm-up if wanted (Loshchilov & Hutter 2017).",
                        CosineSchedule.class),
                new ScheduleProviderOf<>(
                        "one_cycle",
                        "The learning rate grows, falls back and fades, once over the whole training (Smith 2018).",
                        OneCycleSchedule.class),
                new ScheduleProviderOf<>(
                        "halve_after_epoch",
                        "The full learning rate for some epochs, then a fall at each (Zaremba et al. 2014).",
                        HalveAfterEpochSchedule.class),
                new ScheduleProviderOf<>(
                        "plateau",
                        "The learning rate falls when the watched metric stops improving.",
                        PlateauSchedule.class));
    }

    @Override
    public List<ClippingProvider<?>> clippings() {
        return List.of(new PerParameterClipping.Provider());
    }

    @Override
    public List<AveragingProvider<?>> averagings() {
        return List.of(new SinceEpoch());
    }
}
