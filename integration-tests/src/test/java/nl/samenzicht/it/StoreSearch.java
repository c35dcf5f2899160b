package nl.samenzicht.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mariadb.jdbc.MariaDbDataSource;

/** Looks for words as they are in what the product leaves: in each column of its database and in each of its files. */
public final class StoreSearch {
    private static final long LONGEST_FILE = 200L * 1024 * 1024;

    private StoreSearch() {}

    /** Returns the columns that hold one of the words. */
    public static List<String> columnsWith(List<String> words, String url, String user, String password)
            throws SQLException {
        var found = new ArrayList<String>();
        int columns = 0;
        try (var connection = new MariaDbDataSource(url).getConnection(user, password);
                var listing = connection.createStatement();
                var rows = listing.executeQuery(
                        "select table_name, column_name from information_schema.columns where table_schema = database()")) {
            while (rows.next()) {
                columns++;
                for (var word : words) {
                    try (var asking = connection.prepareStatement("select count(*) from `" + rows.getString(1)
                            + "` where instr(cast(`" + rows.getString(2) + "` as binary), ?) > 0")) {
                        asking.setBytes(1, word.getBytes(StandardCharsets.UTF_8));
                        try (var answer = asking.executeQuery()) {
                            if (answer.next() && answer.getLong(1) > 0) {
                                found.add(word + " in " + rows.getString(1) + "." + rows.getString(2));
                            }
                        }
                    }
                }
            }
        }
        if (columns < 100) {
            throw new IllegalStateException("Only " + columns + " columns were looked into");
        }
        return found;
    }

    /** Returns the files below a folder that hold one of the words; classes are not looked into, for these tests are some. */
    public static List<String> filesWith(List<String> words, Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().endsWith(".class"))
                    .filter(path -> path.toFile().length() < LONGEST_FILE)
                    .toList()) {
                try {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    words.stream()
                            .filter(text::contains)
                            .forEach(word -> found.add(word + " in " + folder.relativize(file)));
                } catch (IOException gone) {
                    continue;
                }
            }
        }
        return found;
    }
}
