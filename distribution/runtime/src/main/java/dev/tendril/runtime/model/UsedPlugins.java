package dev.tendril.runtime.model;

import dev.tendril.api.DataException;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.spec.ModelSpec;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plugins that a model is made with. */
final class UsedPlugins {
    private UsedPlugins() {}

    /** Version by id of every plugin that a model file names a component of. */
    static Map<String, String> of(ModelSpec spec, ComponentRegistry registry) {
        Set<String> ids = new TreeSet<>();
        ids.add(PluginHandle.CORE);
        collect(spec, ids);
        Map<String, String> versions = new TreeMap<>();
        for (PluginHandle plugin : registry.plugins()) {
            if (ids.contains(plugin.id())) {
                versions.put(plugin.id(), plugin.version());
            }
        }
        return versions;
    }

    /**
     * Demands that plugins are installed, in these versions or newer ones.
     *
     * @throws DataException naming those that are not
     */
    static void require(String archive, Map<String, String> wanted, ComponentRegistry registry) {
        wanted.forEach((id, version) -> {
            Optional<PluginHandle> installed = registry.plugins().stream()
                    .filter(plugin -> plugin.id().equals(id))
                    .findFirst();
            if (installed.isEmpty()) {
                throw new DataException(
                        archive,
                        "needs " + id + " ≥ " + version + ", which is not installed; put it into the folder plugins/"
                                + id + broken(registry));
            }
            if (VersionOrder.INSTANCE.compare(installed.get().version(), version) < 0) {
                throw new DataException(
                        archive,
                        "needs " + id + " ≥ " + version + ", installed is "
                                + installed.get().label() + "; replace it by a newer one");
            }
        });
    }

    /** The one that is needed may be there and refused. */
    private static String broken(ComponentRegistry registry) {
        return registry.broken().stream()
                .map(plugin -> System.lineSeparator() + "broken plugin: " + plugin.label())
                .collect(Collectors.joining());
    }

    /** Adds the plugin of every reference that a value holds, however deep. */
    private static void collect(@Nullable Object value, Set<String> ids) {
        if (value instanceof ComponentRef<?> reference) {
            ids.add(reference.id().substring(0, reference.id().indexOf('/')));
            collect(reference.parameters(), ids);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(record, component), ids);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, ids));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(each -> collect(each, ids));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(each -> collect(each, ids));
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalArgumentException(
                    "record " + record.getClass().getName() + " cannot be read; make it public", unreadable);
        }
    }
}
