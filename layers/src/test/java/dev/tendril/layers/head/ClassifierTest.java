package dev.tendril.layers.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static final int FEATURES = 3;
    private static final int CLASSES = 5;
    private static final ClassifierParameters PARAMETERS =
            new ClassifierParameters(Components.loss(), Initializers.xavierUniform());
    private static final PortTypes ONE =
            PortTypes.of(Port.INPUT, Graphs.vector(FEATURES)).and(Port.TARGET, EdgeType.id(Size.of(CLASSES)));
    private static final PortTypes EVERY_STEP =
            PortTypes.of(Port.INPUT, Graphs.sequence(FEATURES)).and(Port.TARGET, Graphs.ids(CLASSES));

    @Test
    void theLossIsThatOfItsProbabilities() {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            Classifier head = new Classifier(PARAMETERS, TestContext.of(Samples.store(engine), ONE));
            Values inputs =
                    Values.of(Port.INPUT, Graphs.vector(pass, 2, FEATURES)).and(Port.TARGET, IdSequence.single(4, 1));
            Tensor probabilities =
                    head.forward(inputs, pass).sequence(Port.OUTPUT).values();
            double[] numbers = probabilities.toDoubles();
            assertThat(probabilities.sum(-1).toDoubles()).containsExactly(new double[] {1, 1}, within(1e-12));
            assertThat(head.loss(inputs, pass).item())
                    .isCloseTo(-Math.log(numbers[4]) - Math.log(numbers[CLASSES + 1]), within(1e-12));
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferencesAtEveryStep() {
        try (TendrilEngine engine = Samples.float64()) {
            ParameterStore store = Samples.store(engine);
            Classifier head = new Classifier(PARAMETERS, TestContext.of(store, EVERY_STEP));
            IdSequence target = IdSequence.of(List.of(new int[] {1, 4}, new int[] {}, new int[] {2}));
            double error = new GradientCheck(engine, store, PassOptions.diagnostics(), pass -> {
                        Values inputs = Values.of(
                                        Port.INPUT, Graphs.sequence(pass, new int[] {2, 0, 1}, 2, FEATURES, Double.NaN))
                                .and(Port.TARGET, target);
                        return head.loss(inputs, pass);
                    })
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @Test
    void theOutputHasTheAxesOfTheInput() {
        assertThat(infer(ONE)).hasToString("real[5]");
        assertThat(infer(EVERY_STEP)).hasToString("T(source) × real[5]");
    }

    @Test
    void aSequenceForOneClassIsRefusedWithARemedy() {
        PortTypes types =
                PortTypes.of(Port.INPUT, Graphs.sequence(FEATURES)).and(Port.TARGET, EdgeType.id(Size.of(CLASSES)));
        assertThatThrownBy(() -> infer(types))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("output of a pooling");
    }

    @Test
    void classesOfAnotherAxisAreRefused() {
        PortTypes types = PortTypes.of(Port.INPUT, Graphs.sequence(FEATURES))
                .and(Port.TARGET, EdgeType.ids("other", Size.of(CLASSES)));
        assertThatThrownBy(() -> infer(types)).isInstanceOf(InvalidGraph.class).hasMessageContaining("T(other)");
    }

    @Test
    void aVectorForClassesOfStepsIsRefusedWithARemedy() {
        PortTypes types = PortTypes.of(Port.INPUT, Graphs.vector(FEATURES)).and(Port.TARGET, Graphs.ids(CLASSES));
        assertThatThrownBy(() -> infer(types))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("leave the pooling out");
    }

    private static EdgeType infer(PortTypes types) {
        return new ClassifierProvider()
                .infer(PARAMETERS, types, new TestSizes())
                .get(Port.OUTPUT);
    }
}
