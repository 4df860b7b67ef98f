package com.mathematricks.engine.store;

import com.mathematricks.engine.book.BookSnapshot;
import com.mathematricks.service.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;

/// The last three snapshots of the book. Each is stored as compressed BSON: it is long, nobody
/// looks into it, and a store that reads one field decodes all of them.
public final class Snapshots {

    static final int KEPT = 3;
    private static final int FORMAT = 4;

    /// 2 held no closed days, 3 no baselines of losses.
    private static final int OLDEST_FORMAT = 2;

    private final MongoCollection<Document> snapshots;

    public Snapshots(MongoDatabase store) {
        this.snapshots = store.getCollection("snapshots");
    }

    /// The newest; throws IllegalStateException where a newer version wrote it.
    public Optional<BookSnapshot> newest() {
        return Optional.ofNullable(snapshots.find().sort(Sorts.descending("_id")).limit(1).first())
                .map(document -> {
                    int format = document.getInteger("format");
                    if (format < OLDEST_FORMAT || format > FORMAT) {
                        throw new IllegalStateException(
                                "snapshot %s has format %s, this version reads %d"
                                        .formatted(document.get("_id"), format, FORMAT));
                    }
                    return Documents.read(
                            unpacked(document.get("book", Binary.class)), BookSnapshot.class);
                });
    }

    public void save(BookSnapshot snapshot) {
        snapshots.replaceOne(
                Filters.eq("_id", snapshot.sequence()),
                new Document("_id", snapshot.sequence())
                        .append("format", FORMAT)
                        .append("book", packed(Documents.of(snapshot))),
                new ReplaceOptions().upsert(true));
        snapshots
                .find()
                .projection(Projections.include("_id"))
                .sort(Sorts.descending("_id"))
                .map(document -> document.getLong("_id"))
                .into(new ArrayList<>())
                .stream()
                .skip(KEPT)
                .forEach(old -> snapshots.deleteOne(Filters.eq("_id", old)));
    }

    private static Binary packed(Document book) {
        ByteBuf bson = new RawBsonDocument(book, new DocumentCodec()).getByteBuffer();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(bson.array(), 0, bson.limit());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary(bytes.toByteArray());
    }

    private static Document unpacked(Binary packed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed.getData()))) {
            return new RawBsonDocument(zip.readAllBytes()).decode(new DocumentCodec());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
