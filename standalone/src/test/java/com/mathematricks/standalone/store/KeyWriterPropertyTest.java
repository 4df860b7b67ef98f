package com.mathematricks.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyWriterPropertyTest {

    private static final String LETTERS = "ab\u0000\u0001\u007f\u0080\u07ff\u0800\uffffz😀";

    @Test
    void ordersKeysAsTheLibraryOrdersValues() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < 2000; i++) {
                Object one = value(random);
                Object other = value(random);
                int expected = Integer.signum(ValueComparator.asc().compare(one, other));
                int actual = Integer.signum(KeyWriter.key(one).compareTo(KeyWriter.key(other)));
                assertThat(actual)
                        .as("seed %d: %s against %s", seed, one, other)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void takesEqualNumbersOfAllTypesForOne() {
        Key one = KeyWriter.key(1);

        assertThat(KeyWriter.key(1L)).isEqualTo(one);
        assertThat(KeyWriter.key(1.0)).isEqualTo(one);
        assertThat(KeyWriter.key(new Decimal128(new BigDecimal("1.00")))).isEqualTo(one);
        assertThat(KeyWriter.key(-0.0)).isEqualTo(KeyWriter.key(0));
    }

    @Test
    void tellsNumbersApartThatAreOneAsDoubles() {
        long whole = (1L << 53) + 1;

        assertThat(KeyWriter.key(whole)).isGreaterThan(KeyWriter.key(whole - 1));
        assertThat(KeyWriter.key(-whole)).isLessThan(KeyWriter.key(1 - whole));
        assertThat(decimal("0.1000000000000000000000000000000001"))
                .isGreaterThan(decimal("0.1"))
                .isLessThan(decimal("0.1000000000000000000000000000000002"));
        assertThat(decimal("-0.1000000000000000000000000000000001")).isLessThan(decimal("-0.1"));
    }

    @Test
    void ordersDecimalsByValue() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < 1000; i++) {
                BigDecimal one = randomDecimal(random);
                BigDecimal other = randomDecimal(random);
                assertThat(Integer.signum(key(one).compareTo(key(other))))
                        .as("seed %d: %s against %s", seed, one, other)
                        .isEqualTo(one.compareTo(other));
            }
        }
    }

    @Test
    void putsTheEndOfAPrefixBehindAllThatBeginWithIt() {
        Key prefix = new Key(new byte[] {1, (byte) 0xFF});

        assertThat(prefix.behind()).isEqualTo(new Key(new byte[] {2}));
        assertThat(prefix.plus(new Key(new byte[] {(byte) 0xFF, 7}))).isLessThan(prefix.behind());
    }

    private static Key decimal(String text) {
        return key(new BigDecimal(text));
    }

    private static Key key(BigDecimal number) {
        return KeyWriter.key(new Decimal128(number));
    }

    private static BigDecimal randomDecimal(Random random) {
        return BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(40) - 15);
    }

    private static @Nullable Object value(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> random.nextInt(7) - 3;
            case 2 -> (random.nextInt(7) - 3) / 2.0;
            case 3 -> random.nextInt() * 4L;
            case 4 -> text(random);
            case 5 -> random.nextBoolean();
            case 6 -> Instant.ofEpochMilli(random.nextInt());
            case 7 -> new UUID(random.nextLong(), random.nextLong());
            default -> new ObjectId(bytes(random));
        };
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
