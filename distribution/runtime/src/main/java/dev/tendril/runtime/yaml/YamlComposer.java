package dev.tendril.runtime.yaml;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Composes one value from the parser's events. No type is guessed, no tag is followed; an alias repeats the very value of its anchor,
 * counted at its full size, so that a small file cannot become a large one.
 */
final class YamlComposer {
    private static final int LONGEST_KEY_IN_PATH = 80;

    private final Parser parser;
    private final SourceText source;
    private final YamlLimits limits;
    private final Problems problems;
    private final Map<String, YamlValue> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private int composed;

    YamlComposer(Parser parser, SourceText source, YamlLimits limits, Problems problems) {
        this.parser = parser;
        this.source = source;
        this.limits = limits;
        this.problems = problems;
    }

    /** Thrown behind a reported problem after which nothing can be read. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("reported", null, false, false);
        }
    }

    /**
     * Where a value stands.
     *
     * @param path of the value
     * @param key the key it belongs to, if it stands in a mapping
     * @param depth from 1
     */
    private record Site(String path, @Nullable Location key, int depth) {
        Site item(int index) {
            return new Site(path + "[" + index + "]", null, depth + 1);
        }

        Site member(Scalar keyScalar) {
            String name = keyScalar.text().length() > LONGEST_KEY_IN_PATH ? "…" : keyScalar.text();
            return new Site(path.isEmpty() ? name : path + "." + name, keyScalar.location(), depth + 1);
        }
    }

    /** The one document of the text; empty if the text holds none. */
    Optional<YamlValue> document() {
        next(Event.ID.StreamStart);
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        next(Event.ID.DocumentStart);
        YamlValue root = value(new Site("", null, 1));
        next(Event.ID.DocumentEnd);
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.error(Code.FORBIDDEN_YAML, "the file holds a second document")
                    .at(at(parser.peekEvent().getStartMark(), 3, ""))
                    .label("remove everything from here on")
                    .report();
        }
        return Optional.of(root);
    }

    private void next(Event.ID expected) {
        if (parser.getEvent().getEventId() != expected) {
            throw new IllegalStateException("the parser owes a " + expected);
        }
    }

    private YamlValue value(Site site) {
        NodeEvent event = (NodeEvent) parser.getEvent();
        composed++;
        if (composed > limits.values()) {
            throw tooMany(event, site);
        }
        if (site.depth() > limits.depth()) {
            throw fatal(Code.TOO_LARGE, "more than " + limits.depth() + " levels of nesting", event, site);
        }
        if (event instanceof AliasEvent) {
            return alias(event, site);
        }
        refuseTag(event, site);
        String anchor = event.getAnchor();
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        YamlValue value = fresh(event, site);
        if (anchor != null) {
            openAnchors.remove(anchor);
            anchors.put(anchor, value);
        }
        return value;
    }

    private YamlValue fresh(NodeEvent event, Site site) {
        if (event instanceof ScalarEvent scalar) {
            return new Scalar(
                    scalar.getValue(), scalar.isPlain(), span(event, event.getEndMark(), site), Optional.empty());
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        YamlValue value = event instanceof MappingStartEvent ? mapping(start, site) : items(start, site);
        if (value.weight() > limits.values()) {
            throw tooMany(event, site);
        }
        return value;
    }

    private Unreadable tooMany(NodeEvent event, Site site) {
        String message = String.format(
                Locale.ROOT, "the file holds more than %,d values once aliases are followed", limits.values());
        return fatal(Code.TOO_LARGE, message, event, site);
    }

    private YamlValue alias(NodeEvent event, Site site) {
        String anchor = event.getAnchor();
        if (openAnchors.contains(anchor)) {
            throw fatal(Code.CYCLIC_ALIAS, "alias '*" + anchor + "' stands inside what it repeats", event, site);
        }
        YamlValue value = anchors.get(anchor);
        if (value == null) {
            throw fatal(
                    Code.SYNTAX,
                    "alias '*" + anchor + "' repeats nothing: no '&" + anchor + "' before it",
                    event,
                    site);
        }
        if (site.depth() + value.depth() - 1 > limits.depth()) {
            throw fatal(Code.TOO_LARGE, "more than " + limits.depth() + " levels of nesting", event, site);
        }
        return value;
    }

    private Items items(CollectionStartEvent start, Site site) {
        List<YamlValue> values = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            values.add(value(site.item(values.size())));
        }
        Event end = parser.getEvent();
        return Items.of(values, collectionSpan(start, end, site));
    }

    private Mapping mapping(CollectionStartEvent start, Site site) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Scalar key = key(site);
            YamlValue value = value(site.member(key));
            if (accept(key, seen)) {
                entries.add(new Entry(key, value));
            }
        }
        Event end = parser.getEvent();
        return Mapping.of(entries, collectionSpan(start, end, site), false);
    }

    private Scalar key(Site site) {
        if (!parser.checkEvent(Event.ID.Scalar)) {
            throw fatal(Code.FORBIDDEN_YAML, "a key must be text", (NodeEvent) parser.peekEvent(), site);
        }
        ScalarEvent event = (ScalarEvent) parser.getEvent();
        refuseTag(event, site);
        Scalar key = new Scalar(
                event.getValue(),
                event.isPlain(),
                span(event, event.getEndMark(), new Site(site.path(), null, site.depth())),
                Optional.empty());
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), key);
        }
        return key;
    }

    private boolean accept(Scalar key, Map<String, Location> seen) {
        if (key.plain() && key.text().equals("<<")) {
            problems.error(Code.FORBIDDEN_YAML, "merge keys are not allowed")
                    .at(key.location())
                    .label("write the keys out")
                    .report();
            return false;
        }
        Location first = seen.putIfAbsent(key.text(), key.location());
        if (first != null) {
            problems.error(Code.DUPLICATE_KEY, "key '" + key.text() + "' is given twice")
                    .at(key.location())
                    .label("remove one of the two")
                    .note("first: line " + first.line() + ", column " + first.column())
                    .report();
        }
        return first == null;
    }

    private void refuseTag(NodeEvent event, Site site) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        if (tag != null) {
            problems.error(Code.FORBIDDEN_YAML, "tags are not allowed: '" + tag + "'")
                    .at(at(event.getStartMark(), 1, site.path()))
                    .label("remove the tag; types follow from the keys")
                    .report();
        }
    }

    private Unreadable fatal(Code code, String message, NodeEvent event, Site site) {
        problems.error(code, message).at(span(event, event.getEndMark(), site)).report();
        return new Unreadable();
    }

    /** A collection in one line is marked itself; of a block its key is marked, or its first line. */
    private Location collectionSpan(CollectionStartEvent start, Event end, Site site) {
        if (!start.isFlow() && site.key() != null) {
            Location key = site.key();
            return new Location(key.file(), key.line(), key.column(), key.length(), site.path(), key.sourceLine());
        }
        return span(start, end.getEndMark(), site);
    }

    private Location span(NodeEvent event, Mark end, Site site) {
        Mark start = event.getStartMark();
        boolean empty = start.getIndex() == end.getIndex();
        if (empty && site.key() != null) {
            Location key = site.key();
            return new Location(key.file(), key.line(), key.column(), key.length(), site.path(), key.sourceLine());
        }
        int length = start.getLine() == end.getLine()
                ? end.getColumn() - start.getColumn()
                : source.restOfLine(start.getLine(), start.getColumn());
        return at(start, length, site.path());
    }

    private Location at(Mark mark, int length, String path) {
        return source.location(mark.getLine(), mark.getColumn(), length, path);
    }
}
