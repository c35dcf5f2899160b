package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicReference;
import nl.samenzicht.domain.htcds.ExportDone;
import nl.samenzicht.web.Terms;

/** A link to a file that is in memory only and can be fetched once, in this session and while its page is open. */
class OneTimeFile extends Anchor {
    private static final long serialVersionUID = 1L;
    private static final int GONE = 410;

    private final transient AtomicReference<byte[]> content;

    OneTimeFile(ExportDone done) {
        content = new AtomicReference<>(done.content());
        setText(Terms.text("export.download", done.fileName()));
        setHref(DownloadHandler.fromInputStream(event -> {
            var bytes = content.getAndSet(null);
            return bytes == null
                    ? DownloadResponse.error(GONE)
                    : new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            done.fileName(),
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            bytes.length);
        }));
        addClassName("import-download");
        getElement().setAttribute("router-ignore", true);
        getElement().setAttribute("data-once", true);
        addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
    }
}
