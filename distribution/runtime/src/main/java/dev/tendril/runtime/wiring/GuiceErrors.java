package dev.tendril.runtime.wiring;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import dev.tendril.api.TendrilException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Turns what Guice throws into what users can act on. */
public final class GuiceErrors {
    private GuiceErrors() {}

    /**
     * Runs something that asks an injector.
     *
     * @throws TendrilException instead of Guice's exceptions: the failure of our own that caused it, or else one that gives
     *     Guice's messages about the embedding program's modules
     */
    public static <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (CreationException failed) {
            throw translated(failed.getErrorMessages(), failed);
        } catch (ProvisionException failed) {
            throw translated(failed.getErrorMessages(), failed);
        } catch (ConfigurationException failed) {
            throw translated(failed.getErrorMessages(), failed);
        }
    }

    private static RuntimeException translated(Collection<Message> messages, RuntimeException failed) {
        List<Throwable> causes = messages.stream()
                .map(Message::getCause)
                .filter(cause -> cause instanceof TendrilException || cause instanceof CancellationException)
                .toList();
        if (!causes.isEmpty()) {
            return (RuntimeException) causes.get(0);
        }
        String text = messages.stream()
                .map(message -> message.getMessage() + cause(message))
                .collect(Collectors.joining("; "));
        return new TendrilException("the modules given to Tendril.builder() do not fit: " + text, failed);
    }

    private static String cause(Message message) {
        return message.getCause() == null ? "" : " (" + message.getCause() + ")";
    }
}
