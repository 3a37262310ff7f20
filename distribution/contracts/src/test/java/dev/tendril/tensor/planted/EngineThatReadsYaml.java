package dev.tendril.tensor.planted;

import org.yaml.snakeyaml.Yaml;

/** A violation on purpose: the engine sees YAML. */
public record EngineThatReadsYaml(Yaml yaml) {}
