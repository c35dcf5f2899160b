package nl.samenzicht.security.signin;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Where a request comes from, as far as we can know: the network address and what the browser calls itself. */
public record Visitor(String address, String device) {
    private static final int ADDRESS = 64;
    private static final int DEVICE = 200;
    private static final Pattern ODD = Pattern.compile("[^\\x20-\\x7e]");

    public Visitor {
        requireNonNull(address, "address");
        requireNonNull(device, "device");
        address = cut(ODD.matcher(address).replaceAll("?"), ADDRESS);
        device = cut(ODD.matcher(device).replaceAll("?"), DEVICE);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
