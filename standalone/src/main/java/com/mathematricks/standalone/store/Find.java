package com.mathematricks.standalone.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A query under way: its documents one by one, in order. Where no index gives the order, all that
/// match are sorted first, only the best `skip + limit` of them kept where there is a limit.
final class Find implements Iterator<Document> {

    record Query(Document filter, Document sort, int skip, int limit) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Candidate(Document sortFields, byte[] document, long arrival) {}

    private final MVMap<Key, byte[]> documents;
    private final AccessPath path;
    private final Query query;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final @Nullable Set<Key> seen;
    private @Nullable Scan scan;
    private @Nullable Iterator<byte[]> sorted;
    private @Nullable Key last;
    private @Nullable Document ahead;
    private long toSkip;
    private long left;
    private long bytesRead;

    Find(MVMap<Key, byte[]> documents, AccessPath path, Query query) {
        this.documents = documents;
        this.path = path;
        this.query = query;
        this.toSkip = query.skip;
        this.left = query.limit > 0 ? query.limit : Long.MAX_VALUE;
        this.seen = path.index() == null || path.index().isPlain() ? null : new HashSet<>();
    }

    /// Lets go of what it reads; it goes on behind it, on what is stored by then.
    void pause() {
        scan = null;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && left > 0) {
            ahead = fetch();
            while (ahead != null && toSkip > 0) {
                toSkip--;
                ahead = fetch();
            }
        }
        return ahead != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        Document document = ahead;
        ahead = null;
        left--;
        return document;
    }

    private @Nullable Document fetch() {
        if (path.sorted()) {
            Match match = nextMatch();
            return match == null ? null : match.document;
        }
        if (sorted == null) {
            sorted = sortAll();
        }
        return sorted.hasNext() ? Bson.decode(sorted.next()) : null;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Match(Document document, byte[] bytes) {}

    private @Nullable Match nextMatch() {
        if (scan == null) {
            scan = new Scan(documents, path, last);
        }
        for (Scan.Row row = scan.next(); row != null; row = scan.next()) {
            last = row.entry();
            Document document = Bson.decode(row.document());
            if (matcher.matches(document, query.filter) && isNew(document)) {
                bytesRead += row.document().length;
                return new Match(document, row.document());
            }
        }
        return null;
    }

    private boolean isNew(Document document) {
        return seen == null || seen.add(KeyWriter.key(document.get("_id")));
    }

    private Iterator<byte[]> sortAll() {
        Comparator<Document> order = new DocumentComparator(query.sort);
        Comparator<Candidate> best =
                (one, other) -> {
                    int first = order.compare(one.sortFields, other.sortFields);
                    return first != 0 ? first : Long.compare(one.arrival, other.arrival);
                };
        long most = query.limit > 0 ? (long) query.limit + query.skip : Long.MAX_VALUE;
        PriorityQueue<Candidate> kept = new PriorityQueue<>(best.reversed());
        long arrival = 0;
        for (Match match = nextMatch(); match != null; match = nextMatch()) {
            kept.add(new Candidate(sortFields(match.document), match.bytes, arrival++));
            if (kept.size() > most) {
                kept.remove();
            }
        }
        List<Candidate> all = new ArrayList<>(kept);
        all.sort(best);
        return all.stream().map(Candidate::document).iterator();
    }

    private Document sortFields(Document document) {
        Document fields = new Document();
        for (String path : query.sort.keySet()) {
            int dot = path.indexOf('.');
            String field = dot < 0 ? path : path.substring(0, dot);
            if (document.containsKey(field)) {
                fields.put(field, document.get(field));
            }
        }
        return fields;
    }
}
