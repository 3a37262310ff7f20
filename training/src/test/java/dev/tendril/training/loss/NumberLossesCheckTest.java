package dev.tendril.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Size;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which types the losses of numbers and of sets compare. */
final class NumberLossesCheckTest {
    private static final Size D = Size.of(3);
    private static final Size V = Size.symbol("V(topics)");
    private static final EdgeType SET = new EdgeType(List.of(), new Element.IdSet(V));
    private static final EdgeType SETS = new EdgeType(List.of("topics"), new Element.IdSet(V));

    private final Loss mse = new MseProvider().create(new NoParameters());
    private final Loss binary = new BinaryProvider().create(new BinaryParameters(1));

    private static InvalidGraph.Problem problem(Loss loss, EdgeType output, EdgeType target) {
        InvalidGraph refused = catchThrowableOfType(InvalidGraph.class, () -> loss.check(output, target));
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().get(0).port()).isEqualTo("target");
        return refused.problems().get(0);
    }

    @Test
    void acceptOneVectorAnExampleAndOneAStep() {
        assertThatCode(() -> {
                    mse.check(EdgeType.vector(D), EdgeType.vector(D));
                    mse.check(EdgeType.sequence("source", D), EdgeType.sequence("target", D));
                    mse.check(EdgeType.vector(D), EdgeType.vector(Size.symbol("D(target)")));
                    binary.check(EdgeType.vector(V), SET);
                    binary.check(EdgeType.sequence("source", V), SETS);
                    binary.check(EdgeType.vector(Size.of(7)), SET);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refuseTargetsOfAnotherKind() {
        InvalidGraph.Problem ids = problem(mse, EdgeType.vector(V), EdgeType.id(V));
        assertThat(ids.kind()).isEqualTo(InvalidGraph.Kind.KIND_MISMATCH);
        assertThat(ids.message()).startsWith("mse wants vectors of numbers").contains("id(V(topics))");
        assertThat(problem(mse, EdgeType.vector(V), SET).message()).contains("set(V(topics))");
        assertThat(problem(binary, EdgeType.vector(V), EdgeType.id(V)).message())
                .startsWith("binary wants sets of ids")
                .contains("id(V(topics))");
        assertThat(problem(binary, EdgeType.vector(V), EdgeType.vector(V)).message())
                .contains("real[V(topics)]");
    }

    @Test
    void refuseIdsAsOutput() {
        assertThat(problem(mse, EdgeType.id(V), EdgeType.vector(D)).message()).contains("the head gives id(V(topics))");
        assertThat(problem(binary, EdgeType.id(V), SET).message()).contains("one score a class");
    }

    @Test
    void sayToPoolWhereASequenceMeetsOneVector() {
        assertThat(problem(mse, EdgeType.sequence("source", D), EdgeType.vector(D))
                        .message())
                .contains("pool the sequence first");
        assertThat(problem(binary, EdgeType.sequence("source", V), SET).message())
                .contains("pool the sequence first");
    }

    @Test
    void sayToLeaveThePoolingOutWhereAVectorMeetsASequence() {
        assertThat(problem(mse, EdgeType.vector(D), EdgeType.sequence("target", D))
                        .message())
                .contains("without a pooling");
        assertThat(problem(binary, EdgeType.vector(V), SETS).message()).contains("without a pooling");
    }

    @Test
    void refuseTwoTimeAxes() {
        EdgeType words = new EdgeType(List.of("sentences", "words"), Element.Real.vector(D));
        assertThat(problem(mse, words, words).message()).contains("one time axis");
    }

    @Test
    void refuseSizesThatDiffer() {
        InvalidGraph.Problem numbers = problem(mse, EdgeType.vector(D), EdgeType.vector(Size.of(5)));
        assertThat(numbers.kind()).isEqualTo(InvalidGraph.Kind.SIZE_MISMATCH);
        assertThat(numbers.message()).contains("the head gives 3").contains("the target has 5");
        EdgeType eleven = new EdgeType(List.of(), new Element.IdSet(Size.of(11)));
        InvalidGraph.Problem classes = problem(binary, EdgeType.vector(Size.of(7)), eleven);
        assertThat(classes.kind()).isEqualTo(InvalidGraph.Kind.SIZE_MISMATCH);
        assertThat(classes.message()).contains("7").contains("11");
    }
}
