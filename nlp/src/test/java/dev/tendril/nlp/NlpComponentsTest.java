package dev.tendril.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Param;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NlpComponentsTest {
    private final NlpComponents components = new NlpComponents();

    @Test
    void bringsWhatModelsOfTextNeed() {
        List<String> names = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kind.of(components).forEach(provider -> names.add(kind.label() + " " + provider.name()));
        }
        assertThat(names)
                .containsExactly(
                        "metric exact_match",
                        "metric character_error_rate",
                        "metric token_error_rate",
                        "metric word_error_rate",
                        "tokenizer characters",
                        "tokenizer whitespace",
                        "tokenizer words",
                        "vocabulary frequency",
                        "vocabulary integers",
                        "transform standardize",
                        "transform min_max",
                        "reader lines",
                        "reader text",
                        "reader tsv",
                        "reader csv",
                        "reader json",
                        "reader jsonl",
                        "reader parallel",
                        "reader conllu",
                        "reader arff",
                        "reader fasta",
                        "reader forecast_windows",
                        "reader localized_dates",
                        "reader wav",
                        "reader weekday_months",
                        "search greedy",
                        "search beam",
                        "search sampling");
    }

    @Test
    void everyComponentAndParameterIsDescribedInASentence() {
        for (ComponentProvider<?> provider : all().toList()) {
            assertThat(provider.description()).as(provider.name()).endsWith(".");
            for (RecordComponent component : provider.parameters().getRecordComponents()) {
                Param param = component.getAnnotation(Param.class);
                assertThat(param)
                        .as(provider.name() + "." + component.getName())
                        .isNotNull();
                assertThat(param.value()).endsWith(".");
            }
        }
    }

    @Test
    void everyParameterRecordIsPublicSoThatProgramsCanMakeIt() {
        assertThat(all()).allSatisfy(provider -> assertThat(
                        Modifier.isPublic(provider.parameters().getModifiers()))
                .as(provider.name())
                .isTrue());
    }

    private Stream<? extends ComponentProvider<?>> all() {
        return Stream.of(Kind.values()).flatMap(kind -> kind.of(components).stream());
    }
}
