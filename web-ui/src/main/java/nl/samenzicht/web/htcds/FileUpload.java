package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import nl.samenzicht.domain.htcds.HtcdsImportService;
import nl.samenzicht.web.Terms;

/**
 * Takes one workbook into memory, never onto a disk, and never looks at its name.
 *
 * <p>The request that brings the file only puts it down here; it is read in the next request of the page, in which it is
 * known who asks.
 */
class FileUpload extends Upload {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final transient AtomicReference<byte[]> arrived = new AtomicReference<>();

    /**
     * Makes the field.
     *
     * @param taken hears of a file that has arrived
     * @param refused hears why a file was not taken
     */
    FileUpload(Consumer<byte[]> taken, Consumer<String> refused) {
        addClassName("import-upload");
        var choose = new Button(Terms.text("import.upload.choose"), VaadinIcon.FOLDER_OPEN_O.create());
        choose.setId("import-choose");
        setUploadButton(choose);
        setDropLabel(new Span(Terms.text("import.upload.drop")));
        setMaxFiles(1);
        setMaxFileSize(HtcdsImportService.mostBytes());
        setAcceptedFileTypes(".xlsx", TYPE);
        setI18n(words());
        setUploadHandler(new InMemory(arrived));
        addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
        getElement().addEventListener("upload-success", event -> {
            clearFileList();
            var file = arrived.getAndSet(null);
            if (file != null) {
                taken.accept(file);
            }
        });
        getElement().addEventListener("upload-error", event -> {
            clearFileList();
            refused.accept(Terms.text("import.upload.failed"));
        });
    }

    private static UploadI18N words() {
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(Terms.text("import.upload.one"))
                        .setFileIsTooBig(Terms.text("import.upload.too-big"))
                        .setIncorrectFileType(Terms.text("import.upload.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(Terms.text("import.upload.connecting"))
                                .setStalled(Terms.text("import.upload.stalled"))
                                .setProcessing(Terms.text("import.upload.processing"))
                                .setHeld(Terms.text("import.upload.connecting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(Terms.text("import.upload.remaining"))
                                .setUnknown(Terms.text("import.upload.remaining-unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(Terms.text("import.upload.failed"))
                                .setUnexpectedServerError(Terms.text("import.upload.failed"))
                                .setForbidden(Terms.text("import.upload.failed"))))
                .setFile(new UploadI18N.File()
                        .setRetry(Terms.text("import.upload.retry"))
                        .setRemove(Terms.text("import.upload.remove"))
                        .setStart(Terms.text("import.upload.retry")))
                .setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
    }

    /** Reads at most one file of the greatest size from the request as it streams in. */
    private record InMemory(AtomicReference<byte[]> arrived) implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var in = event.getInputStream()) {
                arrived.set(in.readNBytes(HtcdsImportService.mostBytes() + 1));
            }
        }

        @Override
        public long getFileSizeMax() {
            return HtcdsImportService.mostBytes();
        }

        @Override
        public long getRequestSizeMax() {
            return HtcdsImportService.mostBytes() + 64L * 1024;
        }

        @Override
        public long getFileCountMax() {
            return 1;
        }
    }
}
