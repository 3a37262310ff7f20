package dev.tendril.nlp.reader.arff;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffTest {
    private static final String HEADER = """
            % Weather, made up.
            @RELATION weather

              @Attribute 'the outlook' {sunny, 'rain, heavy'}
            @attribute temperature NUMERIC
            @attribute\t"day" date 'yyyy-MM-dd'
            @DATA
            """;

    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void valuesStandUnderTheAttributesNamesAndNumbers() {
        folder.write("a.arff", HEADER + "% first\nsunny, 17.5 ,2026-05-04\n\n'rain, heavy',?,\"it's 4\\\"\\\\\"\r\n");
        List<Example> examples = read(arff("a.arff"));
        assertThat(examples).extracting(Example::origin).containsExactly("a.arff:9", "a.arff:11");
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of(
                        "1", text("sunny"),
                        "the outlook", text("sunny"),
                        "2", text("17.5"),
                        "temperature", text("17.5"),
                        "3", text("2026-05-04"),
                        "day", text("2026-05-04")));
        assertThat(examples.get(1).values())
                .containsEntry("1", text("rain, heavy"))
                .containsEntry("day", text("it's 4\"\\"));
        assertThat(arff("a.arff").keys()).isEmpty();
    }

    @Test
    void aMissingValueHasNoKeyAndAQuotedQuestionMarkIsAValue() {
        folder.write("a.arff", HEADER + "?,'?', x \n");
        assertThat(read(arff("a.arff")).get(0).values())
                .isEqualTo(Map.of("2", text("?"), "temperature", text("?"), "3", text("x"), "day", text("x")));
    }

    @Test
    void backslashesStandForCharactersInQuotesAlone() {
        folder.write("a.arff", HEADER + "'a\\nb\\tc','it\\'s',d\\n\n");
        assertThat(read(arff("a.arff")).get(0).values())
                .containsEntry("1", text("a\nb\tc"))
                .containsEntry("2", text("it's"))
                .containsEntry("3", text("d\\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{0 sunny, 1 17} | the row is sparse; write every value of it, as Weka's filter SparseToNonSparse does",
                "sunny,17,x,{2} | the row has a weight, {2}; all examples count the same, so remove it",
                "sunny,17 | the row has 2 values where 3 attributes are declared; values are divided by commas, and one that has a comma in it stands in quotes",
                "'sunny'x,17,x | 'x' stands behind the quote that closes a value; a quote inside one has a backslash before it",
                "sunny,17,'x | the line ends inside 'x; close the quote, or write \\' where it is no quote"
            })
    void aRowThatIsNoneIsRefusedAtItsPlace(String row, String problem) {
        folder.write("a.arff", HEADER + row + "\n");
        assertThatThrownBy(() -> read(arff("a.arff")))
                .isInstanceOf(DataException.class)
                .hasMessage("a.arff:8: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | 'hello' stands above @data where only @relation, @attribute and comments behind % may stand; is this ARFF?",
                "@attribute | the attribute has no name; write @attribute, its name and its type",
                "@attribute x | the attribute 'x' has no type; this reader knows numeric, real, integer, string, date, and values in braces",
                "@attribute x relational | the attribute 'x' is of type 'relational'; this reader knows numeric, real, integer, string, date, and values in braces",
                "@attribute 7 real | the attribute 1 is named '7', which is the key of another attribute; rename it",
                "@attribute 'x real | the line ends inside 'x real; close the quote, or write \\' where it is no quote",
                "@data | no attribute is declared above @data; is this ARFF?"
            })
    void aHeaderThatIsNoneIsRefusedAtItsPlace(String line, String problem) {
        folder.write("a.arff", "% made up\n" + line + "\n");
        assertThatThrownBy(() -> read(arff("a.arff")))
                .isInstanceOf(DataException.class)
                .hasMessage("a.arff:2: " + problem);
    }

    @Test
    void anAttributeThatIsDeclaredTwiceIsRefused() {
        folder.write("a.arff", "@attribute x real\n@attribute x real\n@data\n1,2\n");
        assertThatThrownBy(() -> read(arff("a.arff")))
                .hasMessage("a.arff:2: the attribute 'x' is declared twice; rename one");
    }

    @Test
    void everyFileDeclaresTheAttributesOfTheFirst() {
        folder.write("a.arff", "@attribute x real\n@data\n1\n");
        folder.write("b.arff.gz", gzip("@attribute x real\n@data\n2\n"));
        folder.write("c.arff", "@attribute y real\n\n@data\n3\n");
        assertThat(read(arff("a.arff", "b.arff.gz"))).hasSize(2);
        assertThatThrownBy(() -> read(arff("a.arff", "c.arff")))
                .isInstanceOf(DataException.class)
                .hasMessage("c.arff:3: the attributes [y] differ from [x] above a.arff:2; read files of different"
                        + " attributes by readers of their own");
    }

    @Test
    void aFileWithoutDataIsAnError() {
        folder.write("a.arff", "@attribute x real\n");
        folder.write("b.arff", "@attribute x real\n@data\n");
        assertThatThrownBy(() -> read(arff("a.arff")))
                .hasMessage("a.arff:2: the file ends without a line @data; it is no ARFF, or the rest is missing");
        assertThatThrownBy(() -> read(arff("b.arff")))
                .hasMessage("b.arff:3: the file ends without an example; fill it or leave it out");
    }

    @Test
    void noFileAtAllIsAnInvalidParameter() {
        assertThatThrownBy(() -> new ArffParameters(List.of())).isInstanceOf(InvalidParameter.class);
    }

    private Reader arff(String... files) {
        return new ArffProvider().create(new ArffParameters(List.of(files)), folder);
    }
}
