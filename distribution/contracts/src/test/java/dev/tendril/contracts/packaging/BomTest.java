package dev.tendril.contracts.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so nothing but these tests keeps it in step with the other POMs. */
final class BomTest {
    private static final List<String> PUBLISHED = List.of(
            "api",
            "tensor",
            "layers",
            "training",
            "nlp",
            "distribution/runtime",
            "distribution/cli",
            "plugins/testkit");

    @Test
    void bomNamesEveryPublishedArtifact() throws Exception {
        List<String> artifacts = new ArrayList<>();
        for (String module : PUBLISHED) {
            artifacts.add(PomFile.of(module).text("/project/artifactId"));
        }
        assertThat(PomFile.of("distribution/bom").texts("/project/dependencyManagement//dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(artifacts);
    }

    @Test
    void bomHasTheVersionOfTheBuild() throws Exception {
        PomFile bom = PomFile.of("distribution/bom");
        assertThat(bom.text("/project/version")).isEqualTo(PomFile.of("").text("/project/version"));
        assertThat(bom.texts("/project/dependencyManagement//dependency/version"))
                .containsOnly("${project.version}");
    }

    @Test
    void bomNamesTheFormatterOfTheBuild() throws Exception {
        assertThat(PomFile.of("distribution/bom").text("//plugin[artifactId='spotless-maven-plugin']/version"))
                .isEqualTo(PomFile.of("").text("/project/properties/spotless-maven-plugin.version"));
    }

    @Test
    void everyPublishedJarHasAModuleNameOfItsOwn() throws Exception {
        List<String> names = new ArrayList<>();
        for (String module : PUBLISHED) {
            names.add(PomFile.of(module).text("/project/properties/tendril.moduleName"));
        }
        assertThat(names).doesNotContain("").doesNotHaveDuplicates();
    }
}
