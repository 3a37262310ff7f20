package dev.tendril.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SpanF1Test {
    private final Metric metric = new SpanF1Provider().create(new NoParameters());
    private final Metric.Accumulator spanF1 = metric.start();

    private void add(String predicted, String wanted) {
        spanF1.add(AccuracyTest.labels(predicted.split(" ")), AccuracyTest.tokens(wanted.split(" ")));
    }

    private static Set<Span> spans(String tags) {
        return Span.of(List.of(tags.split(" ")));
    }

    @Test
    void aSpanGoesFromItsFirstTagToTheLastThatContinuesIt() {
        assertThat(spans("O B-PER I-PER O B-LOC")).containsExactlyInAnyOrder(span(1, 3, "PER"), span(4, 5, "LOC"));
        assertThat(spans("O O O")).isEmpty();
        assertThat(Span.of(List.of())).isEmpty();
    }

    @Test
    void aBeginningEndsTheSpanBefore() {
        assertThat(spans("B-PER B-PER I-PER")).containsExactlyInAnyOrder(span(0, 1, "PER"), span(1, 3, "PER"));
        assertThat(spans("B-PER B-LOC")).containsExactlyInAnyOrder(span(0, 1, "PER"), span(1, 2, "LOC"));
    }

    @Test
    void aContinuationOfNothingBeginsASpan() {
        assertThat(spans("I-PER I-PER O I-LOC")).containsExactlyInAnyOrder(span(0, 2, "PER"), span(3, 4, "LOC"));
        assertThat(spans("B-PER I-LOC I-LOC I-PER"))
                .containsExactlyInAnyOrder(span(0, 1, "PER"), span(1, 3, "LOC"), span(3, 4, "PER"));
    }

    @Test
    void typesMayBeMissingOrHoldHyphens() {
        assertThat(spans("B I O I")).containsExactlyInAnyOrder(span(0, 2, ""), span(3, 4, ""));
        assertThat(spans("B-a-b I-a-b I-a")).containsExactlyInAnyOrder(span(0, 2, "a-b"), span(2, 3, "a"));
    }

    @Test
    void aSpanIsRightIfStartEndAndTypeAre() {
        add("B-PER I-PER O B-LOC O", "B-PER I-PER O B-LOC O"); // 2 right
        add("B-PER O O B-PER I-PER", "B-PER I-PER O B-LOC I-LOC"); // another end, another type
        add("O B-ORG I-ORG O O", "I-ORG I-ORG I-ORG O O"); // another start
        add("B-MISC O B-MISC", "B-MISC O O"); // 1 right, 1 too much
        double found = 2 + 2 + 1 + 2;
        double wanted = 2 + 2 + 1 + 1;
        double precision = 3 / found;
        double recall = 3 / wanted;
        assertThat(spanF1.value()).isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
    }

    @Test
    void whatCountsIsTheSpanNotHowItIsWritten() {
        add("I-PER I-PER O", "B-PER I-PER O");
        assertThat(spanF1.value()).isEqualTo(1);
    }

    @Test
    void nothingFoundIsRightWhereThereIsNothingToFind() {
        assertThat(spanF1.value()).isNaN();
        add("O O", "O O");
        assertThat(spanF1.value()).isEqualTo(1);
        add("O B-PER", "O O");
        assertThat(spanF1.value()).isZero();
    }

    @Test
    void aPredictedLabelThatIsNoTagBelongsToNoSpan() {
        add("B-PER <unknown> I-PER", "B-PER I-PER I-PER");
        assertThat(spanF1.value()).isZero();
        add("B-PER <unknown> O", "B-PER O O");
        assertThat(spanF1.value()).isCloseTo(2.0 * 1 / (3 + 2), within(1e-12));
    }

    @Test
    void labelsOfAnotherSchemeAreRefused() {
        assertThatThrownBy(() -> add("NOUN VERB", "NOUN VERB"))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("metric 'span_f1' judges BIO tags")
                .hasMessageContaining("'NOUN'");
    }

    @Test
    void refusesStepsThatDoNotMatchAndSingleClasses() {
        assertThatThrownBy(() -> add("O O", "O"))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("2 predicted tags for 1 wanted");
        assertThatThrownBy(() -> spanF1.add(AccuracyTest.label("O"), new Reference.Label("O")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("one a step");
        assertThat(metric.judges(AccuracyTest.label("O"), new Reference.Label("O")))
                .isFalse();
        assertThat(metric.judges(AccuracyTest.labels("O"), AccuracyTest.tokens("O")))
                .isTrue();
        assertThat(metric.higherIsBetter()).isTrue();
    }

    private static Span span(int start, int end, String type) {
        return new Span(start, end, type);
    }
}
