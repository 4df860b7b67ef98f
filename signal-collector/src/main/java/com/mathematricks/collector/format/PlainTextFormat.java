package com.mathematricks.collector.format;

import com.mathematricks.model.settings.WireFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Format 5: the message that TradingView itself proposes for a strategy's alert.
final class PlainTextFormat {

    private static final Pattern DEFAULT_MESSAGE =
            Pattern.compile(
                    "\\border\\s+(\\S+)\\s+@\\s+(\\S+)\\s+filled\\s+on\\s+(\\S+)\\s+"
                            + "New\\s+strategy\\s+position\\s+is\\s+(\\S+)",
                    Pattern.CASE_INSENSITIVE);

    private PlainTextFormat() {}

    static boolean recognises(String body) {
        return DEFAULT_MESSAGE.matcher(body).find();
    }

    /// The names are those of format 2.
    static Map<String, @Nullable Object> fields(String body) {
        Matcher message = DEFAULT_MESSAGE.matcher(body);
        if (!message.find()) {
            throw new IllegalStateException("not recognised");
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("action", message.group(1));
        fields.put("contracts", message.group(2));
        fields.put("ticker", withoutDot(message.group(3)));
        fields.put("position_size", withoutDot(message.group(4)));
        return fields;
    }

    /// The full stop of the sentence.
    private static String withoutDot(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /// Masks a text that is no JSON. TradingView's sentence holds no secret, and must stay readable
    /// behind a strategy's title such as `Magic token:`.
    static String mask(String text) {
        Matcher message = DEFAULT_MESSAGE.matcher(text);
        return message.find()
                ? SecretText.mask(text.substring(0, message.start()))
                        + message.group()
                        + SecretText.mask(text.substring(message.end()))
                : SecretText.mask(text);
    }

    static Message read(Fields fields, Instant now) {
        return TradingViewFormat.read(fields, WireFormat.PLAIN_TEXT, now);
    }
}
