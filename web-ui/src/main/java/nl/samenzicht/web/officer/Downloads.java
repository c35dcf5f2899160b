package nl.samenzicht.web.officer;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.Supplier;
import nl.samenzicht.domain.officer.LogExport;
import nl.samenzicht.security.access.AccessDenied;

/** Sends what is taken out of the log while it is made: it may be larger than the memory. */
final class Downloads {
    private static final int FORBIDDEN = 403;

    private Downloads() {}

    /** Admits an export, each time that it is asked for. */
    @FunctionalInterface
    interface Asking extends Supplier<LogExport>, Serializable {}

    static DownloadHandler of(Asking asking) {
        return event -> send(asking, event);
    }

    private static void send(Asking asking, DownloadEvent event) throws IOException {
        try {
            var export = asking.get();
            event.setFileName(export.name());
            event.setContentType(export.mediaType());
            export.content().writeTo(event.getOutputStream());
        } catch (AccessDenied refusal) {
            event.getResponse().setStatus(FORBIDDEN);
        }
    }
}
