package nl.samenzicht.web.paper;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.function.Supplier;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.access.AccessDenied;

/** A link that takes out one document, made and admitted when it is asked for. */
public final class PaperDownload {
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private PaperDownload() {}

    /**
     * Makes the link.
     *
     * @param fileName with its ending, which also names the link's class, such as {@code paper-html}
     * @param content makes the document; a refusal is answered as one
     */
    public static Anchor link(String label, String fileName, String type, Supplier<byte[]> content) {
        DownloadHandler handler = event -> send(event, fileName, type, content);
        var anchor = new Anchor(handler, label);
        anchor.addClassNames("log-export", "paper-" + fileName.substring(fileName.lastIndexOf('.') + 1));
        anchor.getElement().setAttribute("router-ignore", true);
        anchor.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        return anchor;
    }

    private static void send(DownloadEvent event, String fileName, String type, Supplier<byte[]> content)
            throws IOException {
        try {
            var bytes = content.get();
            event.setFileName(fileName);
            event.setContentType(type);
            event.getOutputStream().write(bytes);
        } catch (AccessDenied refusal) {
            event.getResponse().setStatus(FORBIDDEN);
        } catch (NotPossible gone) {
            event.getResponse().setStatus(GONE);
        }
    }
}
