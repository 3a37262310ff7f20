package dev.tendril.training.metric;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.List;

/**
 * F1 of the spans that BIO tags put together (IOB2), over all examples; a span is found if one of the same start, end and type was
 * predicted (Tjong Kim Sang &amp; Buchholz 2000).
 * <pre>
 *   F1 = 2 TP / (2 TP + FP + FN)
 * </pre>
 * where TP counts spans predicted and wanted, FP predicted only, FN wanted only. As their evaluation has it, an I begins a span where it
 * continues none. Where there is no span to find, F1 is 1 if none was found (they give 0). A predicted label that is no tag, such as
 * that of an unknown token, is outside of all spans; a wanted one is an error, since it shows that the labels are of another scheme.
 */
final class SpanF1 implements Metric {
    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return prediction instanceof Prediction.Labels && reference instanceof Reference.Text;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private final Tally tally = new Tally();
            private boolean any;

            @Override
            public void add(Prediction prediction, Reference reference) {
                if (!(prediction instanceof Prediction.Labels labels && reference instanceof Reference.Text wanted)) {
                    throw Unsuited.to(SpanF1Provider.NAME, "BIO tags, one a step", prediction, reference);
                }
                count(labels.labels(), wanted.tokens());
            }

            private void count(List<String> predicted, List<String> wanted) {
                Unsuited.unlessAsMany(SpanF1Provider.NAME, "tags", predicted.size(), wanted.size());
                wanted.forEach(SpanF1::requireTag);
                tally.addAll(Span.of(predicted), Span.of(wanted));
                any = true;
            }

            @Override
            public double value() {
                return any ? tally.f1() : Double.NaN;
            }
        };
    }

    private static void requireTag(String wanted) {
        if (!Span.isTag(wanted)) {
            throw new TendrilException("metric '" + SpanF1Provider.NAME + "' judges BIO tags, such as B-PER, I-PER and"
                    + " O; the data hold '" + wanted + "'; name metrics that suit the head under 'evaluation'");
        }
    }
}
