package dev.tendril.contracts.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.explain.Explanation;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What {@code explain} says of every example. */
class ExplainedExamplesTest {
    private static final Tendril TENDRIL = Tendril.builder().threads(1).build();

    @AfterAll
    static void close() {
        TENDRIL.close();
    }

    static Iterable<ExampleFile> examples() {
        return ExampleFile.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsParametersAndMultiplyAddsArePolynomials(ExampleFile file) throws Exception {
        Explanation explanation = TENDRIL.explain(TENDRIL.validate(file.path()));
        assertThat(explanation.text(Optional.empty()))
                .contains("multiply-adds of matrix products, forwards\n")
                .doesNotContain("not known", "parameters\n  known once");
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(explanation.svg())));
        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    }
}
