package dev.tendril.api.spi;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Transform;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Loss;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Schedule;
import java.util.List;
import java.util.function.Function;

/** The kinds of component; closed until 2.0. */
public enum Kind {
    /** One step of a recurrence. */
    CELL("cell", Cell.class, Plugin::cells),
    /** Looks into a memory. */
    ATTENTION("attention", Attention.class, Plugin::attentions),
    /** Turns attention scores into weights. */
    DISTRIBUTION("distribution", Distribution.class, Plugin::distributions),
    /** An elementwise function. */
    ACTIVATION("activation", Activation.class, Plugin::activations),
    /** First values of a parameter. */
    INITIALIZER("initializer", Initializer.class, Plugin::initializers),
    /** Rescales feature vectors. */
    NORMALIZATION("normalization", Normalization.class, Plugin::normalizations),
    /** Tells where a step stands. */
    POSITION("position", Position.class, Plugin::positions),
    /** One vector from a sequence. */
    POOLING("pooling", Pooling.class, Plugin::poolings),
    /** A node of the graph. */
    NODE("node", Node.class, Plugin::nodes),
    /** A node at which the model predicts. */
    HEAD("head", Head.class, Plugin::heads),
    /** Compares outputs with targets. */
    LOSS("loss", Loss.class, Plugin::losses),
    /** Judges predictions. */
    METRIC("metric", Metric.class, Plugin::metrics),
    /** Moves parameters against their gradients. */
    OPTIMIZER("optimizer", Optimizer.class, Plugin::optimizers),
    /** Scales the learning rate. */
    SCHEDULE("schedule", Schedule.class, Plugin::schedules),
    /** Bounds gradients. */
    CLIPPING("clipping", Clipping.class, Plugin::clippings),
    /** Takes the mean of parameters over training. */
    AVERAGING("averaging", Averaging.class, Plugin::averagings),
    /** Cuts text into tokens. */
    TOKENIZER("tokenizer", Tokenizer.class, Plugin::tokenizers),
    /** Decides which tokens have ids. */
    VOCABULARY("vocabulary", Vocabulary.class, Plugin::vocabularies),
    /** Rescales the numbers of a field. */
    TRANSFORM("transform", Transform.class, Plugin::transforms),
    /** Reads data sets. */
    READER("reader", Reader.class, Plugin::readers),
    /** Finds good sequences. */
    SEARCH("search", Search.class, Plugin::searches);

    private final String label;
    private final Class<?> component;

    @SuppressWarnings("ImmutableEnumChecker") // method references of an interface hold no state
    private final Function<Plugin, List<? extends ComponentProvider<?>>> providers;

    Kind(String label, Class<?> component, Function<Plugin, List<? extends ComponentProvider<?>>> providers) {
        this.label = label;
        this.component = component;
        this.providers = providers;
    }

    /** The word for it in messages and documentation. */
    public String label() {
        return label;
    }

    /** The type of its components, as it stands in {@code ComponentRef<…>}. */
    public Class<?> component() {
        return component;
    }

    /** What a plugin brings of it. */
    public List<? extends ComponentProvider<?>> of(Plugin plugin) {
        return providers.apply(plugin);
    }
}
