package dev.tendril.nlp.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.DataException;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.VocabularyProvider.Role;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Reference;
import dev.tendril.nlp.tokenizer.CharactersProvider;
import dev.tendril.nlp.tokenizer.WhitespaceProvider;
import dev.tendril.nlp.vocabulary.FrequencyParameters;
import dev.tendril.nlp.vocabulary.FrequencyProvider;
import dev.tendril.nlp.vocabulary.SpecialTokens;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final FitContext CONTEXT =
            new FitContext((key, counter) -> counter, RandomKey.of(0), new CancellationToken());

    private static final CancellationToken NEVER = new CancellationToken();
    static final Engine ENGINE = TendrilEngine.builder().threads(1).build();

    private final Tokenizer characters = tokenizer(new CharactersProvider().create(new NoParameters()));
    private final Examples data =
            new Examples().with("abba", "yes").with("", "no").with("bad", "yes");

    @Test
    void textBecomesIdsAndComesBack() {
        TextCodec codec = text(data);
        int[] ids = codec.encode(new Raw.Text("abz"), "here").ids();
        assertThat(ids).hasSize(3);
        assertThat(ids[2]).isZero();
        assertThat(codec.shown(List.of(ids[0], ids[1], 0))).containsExactly("a", "b", "<unk>");
        assertThat(codec.join(codec.shown(List.of(ids[1], ids[0])))).isEqualTo("ba");
    }

    @Test
    void aTextWithTheNamesOfSpecialTokensIsEncodedAsText() {
        Tokenizer words = tokenizer(new WhitespaceProvider().create(new NoParameters()));
        Examples hostile = new Examples().with("<s> </s> <unk>", "x");
        TextCodec codec = new TextCodec(words, vocabulary(hostile, words), Cut.NONE);
        int[] ids = codec.encode(new Raw.Text("</s> <s> <unk>"), "here").ids();
        assertThat(ids).doesNotContain(0, 1, 2);
        assertThat(codec.join(codec.shown(List.of(ids[0], ids[1], ids[2])))).isEqualTo("</s> <s> <unk>");
        TextCodec other = text(data);
        assertThatThrownBy(() -> other.encode(new Raw.Text(SpecialTokens.END), "here"))
                .isInstanceOf(DataException.class)
                .hasMessage("here: the text holds NUL (U+0000); remove it");
    }

    @Test
    void anUnknownTokenIsAnErrorWhereTheVocabularyHasNoEntryForIt() {
        Vocabulary closed = new Vocabulary(
                new Vocabulary.Table(List.of("a", "b"), Optional.empty(), Optional.empty(), Optional.empty()));
        TextCodec codec = new TextCodec(characters, closed, Cut.NONE);
        assertThat(codec.encode(new Raw.Text("ba"), "here").ids()).containsExactly(1, 0);
        assertThatThrownBy(() -> codec.encode(new Raw.Text("bac"), "data.tsv:7"))
                .hasMessage(
                        "data.tsv:7: 'c' does not occur in the training split and the vocabulary has no unknown token");
    }

    @Test
    void anUnknownLabelIsAnErrorThatNamesItsPlaceAndTheKnownOnes() {
        LabelCodec codec = labels(data);
        assertThat(codec.encode(new Raw.Text("no"), "here").ids()).containsExactly(1);
        assertThatThrownBy(() -> codec.encode(new Raw.Text("maybe"), "data.tsv:3"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "data.tsv:3: label 'maybe' does not occur in the training split, whose 2 labels are yes, no");
    }

    @Test
    void numbersWhereTextIsWantedAreAnError() {
        Raw numbers = new Raw.Numbers(Shape.of(1), new double[] {1});
        assertThatThrownBy(() -> text(data).encode(numbers, "data.npy:1"))
                .hasMessage("data.npy:1: holds numbers where the field wants text");
    }

    @Test
    void examplesBecomeRowsOfABatchWithTheirNumbers() {
        EncodedDataSet encoded = encode(data);
        assertThat(encoded.size()).isEqualTo(3);
        Batch batch = encoded.batch(2, 1, 0);
        assertThat(batch.examples()).containsExactly(2, 1, 0);
        // a and b occur three times each, then d: ids 3, 4, 5
        assertThat(batch.fields())
                .isEqualTo(Map.of(
                        "source",
                        new IdSequence(
                                Ids.of(Shape.of(3, 4), 4, 3, 5, 0, 0, 0, 0, 0, 3, 4, 4, 3),
                                List.of(Lengths.of(3, 0, 4))),
                        "class",
                        IdSequence.single(0, 1, 0)));
        assertThat(encoded.length("source", 2)).isEqualTo(3);
        assertThat(encoded.length("class", 2)).isEqualTo(1);
    }

    @Test
    void referencesAreKeptWhereTheyAreAskedFor() {
        EncodedDataSet encoded = encode(data);
        assertThat(encoded.reference("class", 1)).isEqualTo(new Reference.Label("no"));
        assertThatThrownBy(() -> encoded.reference("source", 1)).hasMessageContaining("'source' are not kept");
        assertThat(text(data).reference(new Raw.Text("ab"), "here"))
                .isEqualTo(new Reference.Text(List.of("a", "b"), "ab"));
        assertThatThrownBy(() -> encoded.length("target", 0)).hasMessage("no field 'target' among [source, class]");
    }

    @Test
    void aMissingKeyNamesThePlaceAndTheKeysThatAreThere() {
        Examples partial =
                new Examples().with("a", "x").with(new Example(Map.of("1", new Raw.Text("a")), "data.tsv:2"));
        assertThatThrownBy(() -> vocabulary(partial, characters))
                .isInstanceOf(DataException.class)
                .hasMessage("data.tsv:2: there is no 'text' here, only [1]; name one of these as the field's key");
        assertThat(partial.openStreams()).isZero();
    }

    @Test
    void manyExamplesOfAnyLengthsComeBackAsTheyWere() {
        Examples many = new Examples();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3001; i++) {
            texts.add("ab".repeat(i * 7919 % 13));
            many.with(texts.get(i), "x");
        }
        TextCodec codec = text(many);
        Field field = Field.of("source", "text", codec, false);
        EncodedDataSet encoded = EncodedDataSet.read(many, List.of(field), ENGINE, NEVER);
        for (int i = 0; i < texts.size(); i++) {
            IdSequence row = Examples.ids(encoded.batch(i), "source");
            List<Integer> ids = Arrays.stream(row.ids().toArray()).boxed().toList();
            assertThat(codec.join(codec.shown(ids))).isEqualTo(texts.get(i));
        }
    }

    @Test
    void readingEndsWhenCancelledAndClosesTheFile() {
        CancellationToken cancelled = new CancellationToken();
        cancelled.cancel();
        Field field = Field.of("source", "text", text(data), false);
        assertThatThrownBy(() -> EncodedDataSet.read(data, List.of(field), ENGINE, cancelled))
                .isInstanceOf(CancellationException.class);
        try (FieldValues values = new FieldValues(data, Source.of("text"), cancelled)) {
            assertThatThrownBy(() -> values.texts().iterator().hasNext()).isInstanceOf(CancellationException.class);
        }
        assertThat(data.openStreams()).isZero();
    }

    @Test
    void valuesComeExampleByExample() {
        try (FieldValues values = new FieldValues(data, Source.of("text"), NEVER)) {
            assertThat(values.texts()).containsExactly("abba", "", "bad");
            assertThat(values.label()).containsExactly(List.of("abba"), List.of(""), List.of("bad"));
            assertThat(values.tokens(characters).iterator().next()).containsExactly("a", "b", "b", "a");
        }
    }

    @Test
    void aFinishedIterationHasClosedItsFileAndAnUnfinishedOneIsClosedWithTheValues() {
        FieldValues values = new FieldValues(data, Source.of("text"), NEVER);
        values.texts().forEach(text -> assertThat(data.openStreams()).isEqualTo(1));
        assertThat(data.openStreams()).isZero();
        Iterator<String> unfinished = values.texts().iterator();
        assertThat(unfinished.next()).isEqualTo("abba");
        assertThat(data.openStreams()).isEqualTo(1);
        values.close();
        assertThat(data.openStreams()).isZero();
    }

    private EncodedDataSet encode(Examples examples) {
        return EncodedDataSet.read(
                examples,
                List.of(
                        Field.of("source", "text", text(examples), false),
                        Field.of("class", "label", labels(examples), true)),
                ENGINE,
                NEVER);
    }

    private TextCodec text(Examples examples) {
        return new TextCodec(characters, vocabulary(examples, characters), Cut.NONE);
    }

    private static Vocabulary vocabulary(Examples examples, Tokenizer tokenizer) {
        try (FieldValues values = new FieldValues(examples, Source.of("text"), NEVER)) {
            return fit(new FrequencyProvider().create(parameters(), Role.TOKENS), values.tokens(tokenizer));
        }
    }

    private static LabelCodec labels(Examples examples) {
        try (FieldValues values = new FieldValues(examples, Source.of("label"), NEVER)) {
            return new LabelCodec(fit(new FrequencyProvider().create(parameters(), Role.LABELS), values.label()));
        }
    }

    private static FrequencyParameters parameters() {
        return new FrequencyParameters(1, Optional.empty());
    }

    private static <S extends Record> Vocabulary fit(
            Fitted<S, List<String>, Vocabulary> fitted, Iterable<List<String>> tokens) {
        return fitted.build(fitted.fit(tokens, CONTEXT));
    }

    static <S extends Record> Tokenizer tokenizer(Fitted<S, String, Tokenizer> fitted) {
        return fitted.build(fitted.fit(List.of(), CONTEXT));
    }
}
