package dev.tendril.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrossEntropyCheckTest {
    private static final Size V = Size.symbol("V(label)");
    private final CrossEntropy loss = new CrossEntropy(0);

    private InvalidGraph.Problem problem(EdgeType output, EdgeType target) {
        InvalidGraph refused = catchThrowableOfType(InvalidGraph.class, () -> loss.check(output, target));
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().get(0).port()).isEqualTo("target");
        return refused.problems().get(0);
    }

    @Test
    void acceptsOneClassAnExampleAndOneAStep() {
        assertThatCode(() -> {
                    loss.check(EdgeType.vector(V), EdgeType.id(V));
                    loss.check(EdgeType.sequence("source", V), EdgeType.ids("tags", V));
                    loss.check(EdgeType.vector(Size.of(7)), EdgeType.id(V));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNumbersAsTarget() {
        InvalidGraph.Problem problem = problem(EdgeType.vector(V), EdgeType.vector(V));
        assertThat(problem.kind()).isEqualTo(InvalidGraph.Kind.KIND_MISMATCH);
        assertThat(problem.message()).contains("wants ids").contains("real[V(label)]");
    }

    @Test
    void refusesIdsAsOutput() {
        assertThat(problem(EdgeType.id(V), EdgeType.id(V)).message()).contains("one score a class");
    }

    @Test
    void saysToPoolWhereASequenceMeetsOneClass() {
        assertThat(problem(EdgeType.sequence("source", V), EdgeType.id(V)).message())
                .contains("pool the sequence first");
    }

    @Test
    void saysToLeaveThePoolingOutWhereAVectorMeetsASequence() {
        assertThat(problem(EdgeType.vector(V), EdgeType.ids("tags", V)).message())
                .contains("without a pooling");
    }

    @Test
    void refusesTwoTimeAxes() {
        EdgeType words = new EdgeType(List.of("sentences", "words"), Element.Real.vector(V));
        EdgeType classes = new EdgeType(List.of("sentences", "words"), new Element.Id(V));
        assertThat(problem(words, classes).message()).contains("one time axis");
    }

    @Test
    void refusesAnotherNumberOfScoresThanClasses() {
        InvalidGraph.Problem problem = problem(EdgeType.vector(Size.of(7)), EdgeType.id(Size.of(11)));
        assertThat(problem.kind()).isEqualTo(InvalidGraph.Kind.SIZE_MISMATCH);
        assertThat(problem.message()).contains("7").contains("11");
    }
}
