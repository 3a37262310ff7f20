package dev.tendril.nlp.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.spi.VocabularyProvider.Role;
import dev.tendril.api.tensor.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrequencyVocabularyTest {
    private static final FitContext CONTEXT =
            new FitContext((key, counter) -> counter, RandomKey.of(0), new CancellationToken());

    private static final FrequencyParameters ALL = new FrequencyParameters(1, Optional.empty());

    @Test
    void idsGoByDescendingCountThenByTokenBehindTheSpecialTokens() {
        Vocabulary vocabulary = fit(ALL, Role.TOKENS, List.of(List.of("b", "c", "a"), List.of("c", "b", "d", "c")));
        assertThat(vocabulary.table().tokens().subList(3, 7)).containsExactly("c", "b", "a", "d");
        assertThat(vocabulary.id("never seen")).hasValue(0);
        assertThat(vocabulary.begin()).isEqualTo(1);
        assertThat(vocabulary.end()).isEqualTo(2);
        assertThat(vocabulary.size()).isEqualTo(7);
    }

    @Test
    void dataThatHoldsTheNamesOfSpecialTokensNeverMeetsThem() {
        Vocabulary vocabulary = fit(ALL, Role.TOKENS, List.of(List.of("<s>", "</s>", "<unk>", "<s>")));
        assertThat(vocabulary.id("<s>").orElseThrow()).isEqualTo(3);
        for (String token : List.of("<s>", "</s>", "<unk>")) {
            assertThat(vocabulary.special(vocabulary.id(token).orElseThrow())).isFalse();
        }
        assertThat(SpecialTokens.shown(vocabulary, 0)).isEqualTo("<unk>");
        assertThat(SpecialTokens.shown(vocabulary, 3)).isEqualTo("<s>");
    }

    @Test
    void refusesTheCharacterThatIsKeptForSpecialTokens() {
        assertThatThrownBy(() -> fit(ALL, Role.TOKENS, List.of(List.of("a", SpecialTokens.END))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("NUL");
    }

    @Test
    void cutsOffRareTokensAndKeepsTheMostFrequent() {
        List<String> tokens = List.of("a", "a", "a", "b", "b", "c", "c", "d");
        assertThat(fit(new FrequencyParameters(2, Optional.empty()), Role.TOKENS, List.of(tokens))
                        .table()
                        .tokens())
                .hasSize(3 + 3)
                .doesNotContain("d");
        assertThat(fit(new FrequencyParameters(1, Optional.of(2)), Role.TOKENS, List.of(tokens))
                        .table()
                        .tokens()
                        .subList(3, 5))
                .containsExactly("a", "b");
    }

    @Test
    void remarksOnACutOffThatLeavesOutNothing() {
        assertThat(remarks(new FrequencyParameters(2, Optional.empty())))
                .containsExactly("min_count: 2 leaves out none of the 3 tokens; raise it or remove it");
        assertThat(remarks(new FrequencyParameters(1, Optional.of(3))))
                .containsExactly("max_size: 3 leaves out none of the 3 tokens; lower it or remove it");
        assertThat(remarks(new FrequencyParameters(3, Optional.of(5))))
                .as("c occurs twice, which leaves two")
                .containsExactly("max_size: 5 leaves out none of the 2 tokens; lower it or remove it");
        assertThat(remarks(new FrequencyParameters(2, Optional.of(5)))).hasSize(2);
    }

    @Test
    void doesNotRemarkOnACutOffThatLeavesOutSomethingNorWhereThereIsNone() {
        assertThat(remarks(ALL)).isEmpty();
        assertThat(remarks(new FrequencyParameters(3, Optional.empty()))).isEmpty();
        assertThat(remarks(new FrequencyParameters(1, Optional.of(2)))).isEmpty();
        assertThat(remarks(new FrequencyParameters(3, Optional.of(1)))).isEmpty();
    }

    /** What is remarked on three tokens, of which two occur three times and one twice. */
    private static List<String> remarks(FrequencyParameters parameters) {
        List<String> remarks = new ArrayList<>();
        new FrequencyVocabulary(parameters, Role.TOKENS)
                .fit(List.of(List.of("a", "a", "b", "c"), List.of("b", "a", "b", "c")), CONTEXT.heardBy(remarks::add));
        return remarks;
    }

    @Test
    void labelsHaveNoSpecialTokensAndNoUnknown() {
        Vocabulary labels = fit(ALL, Role.LABELS, List.of(List.of("no"), List.of("yes"), List.of("yes")));
        assertThat(labels.table().tokens()).containsExactly("yes", "no");
        assertThat(labels.id("maybe")).isEmpty();
        assertThat(labels.special(0)).isFalse();
    }

    @Test
    void refusesCutOffsThatWouldLeaveOutLabels() {
        FrequencyProvider provider = new FrequencyProvider();
        assertThatThrownBy(() -> provider.create(new FrequencyParameters(2, Optional.empty()), Role.LABELS))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("minCount"));
        assertThatThrownBy(() -> provider.create(new FrequencyParameters(1, Optional.of(5)), Role.LABELS))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("maxSize"));
    }

    @Test
    void theOrderOfExamplesChangesNothing() {
        assertThat(fit(ALL, Role.TOKENS, List.of(List.of("x", "y"), List.of("z", "y")))
                        .table())
                .isEqualTo(fit(ALL, Role.TOKENS, List.of(List.of("z", "y"), List.of("y", "x")))
                        .table());
    }

    private static Vocabulary fit(FrequencyParameters parameters, Role role, List<List<String>> examples) {
        FrequencyVocabulary fitted = new FrequencyVocabulary(parameters, role);
        return fitted.build(fitted.fit(examples, CONTEXT));
    }
}
