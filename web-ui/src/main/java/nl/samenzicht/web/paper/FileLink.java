package nl.samenzicht.web.paper;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.function.Supplier;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;

/** A link to a file that is admitted each time that it is asked for, and sent while it is made: it may be larger than the memory. */
public final class FileLink {
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private FileLink() {}

    /** A file that may be sent now. */
    public record Made(String name, String type, Content content) {
        /** A file that is made already. */
        public static Made of(String name, String type, byte[] bytes) {
            return new Made(name, type, out -> out.write(bytes));
        }
    }

    /** The bytes of a file, made while they are written. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Admits a file. */
    @FunctionalInterface
    public interface Asking extends Supplier<Made>, Serializable {}

    /**
     * Makes the link.
     *
     * @param name by which the link is told from others on the page
     */
    public static Anchor to(String label, String name, Asking asking) {
        var anchor = new Anchor(answer(asking), label);
        anchor.addClassNames("log-export", name);
        anchor.getElement().setAttribute("router-ignore", true);
        anchor.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        return anchor;
    }

    /** Answers with the file; without it where the gate refuses, or where it cannot be made any more. */
    public static DownloadHandler answer(Asking asking) {
        var page = UI.getCurrent();
        return event -> {
            // a file is fetched outside the page that offers it, and is in its language
            var before = UI.getCurrent();
            UI.setCurrent(page);
            try {
                send(asking, event);
            } finally {
                UI.setCurrent(before);
            }
        };
    }

    private static void send(Asking asking, DownloadEvent event) throws IOException {
        try {
            var made = asking.get();
            event.setFileName(made.name());
            event.setContentType(made.type());
            made.content().writeTo(event.getOutputStream());
        } catch (AccessDenied refusal) {
            event.getResponse().setStatus(FORBIDDEN);
        } catch (CannotBeDone gone) {
            event.getResponse().setStatus(GONE);
        }
    }
}
