import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * The ranking by Lucene: a term for each competency and level, strength as its frequency, and a similarity that multiplies.
 * Best of the competencies of a requirement, sum over requirements, exact count of hits. Scores are floats, without the
 * rounding down of the formula.
 *
 * Arguments: folder of the population's columns, folder of the index. Standard input, a line for each question: count of
 * requirements; for each: weight, level, count of competencies, and for each of them competency:percent.
 */
public class Ranker {
  static class Multiplying extends Similarity {
    @Override
    public long computeNorm(FieldInvertState state) {
      return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
      return new SimScorer() {
        @Override
        public float score(float frequency, long norm) {
          return boost * frequency;
        }
      };
    }
  }

  static class Holdings extends TokenStream {
    final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    final String[] terms = new String[100];
    final int[] strengths = new int[100];
    int count;
    int next;

    @Override
    public boolean incrementToken() {
      if (next >= count) return false;
      clearAttributes();
      term.append(terms[next]);
      frequency.setTermFrequency(strengths[next]);
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }

  static ByteBuffer column(String folder, String name) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(Paths.get(folder, name))).order(ByteOrder.LITTLE_ENDIAN);
  }

  static void build(String folder, Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setSimilarity(new Multiplying());
    config.setRAMBufferSizeMB(512);
    ByteBuffer offsets = column(folder, "offsets");
    ByteBuffer competency = column(folder, "competency");
    ByteBuffer level = column(folder, "level");
    ByteBuffer strength = column(folder, "strength");
    ByteBuffer counts = column(folder, "counts");
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.freeze();
    Holdings holdings = new Holdings();
    Document document = new Document();
    document.add(new Field("held", holdings, type));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int candidate = 0; candidate < offsets.capacity() / 4 - 1; candidate++) {
        holdings.count = 0;
        for (int at = offsets.getInt(4 * candidate); at < offsets.getInt(4 * candidate + 4); at++) {
          if (counts.get(at) == 0) continue;
          holdings.terms[holdings.count] = (competency.getShort(2 * at) & 0xffff) + "_" + level.get(at);
          holdings.strengths[holdings.count++] = strength.get(at);
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  static Query read(StringTokenizer words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int left = Integer.parseInt(words.nextToken()); left > 0; left--) {
      int weight = Integer.parseInt(words.nextToken());
      int required = Integer.parseInt(words.nextToken());
      List<Query> best = new ArrayList<>();
      for (int more = Integer.parseInt(words.nextToken()); more > 0; more--) {
        String[] relation = words.nextToken().split(":");
        for (int held = 1; held <= 5; held++) {
          double points = (double) weight * Integer.parseInt(relation[1]) * Math.min(held, required) / required;
          best.add(new BoostQuery(new TermQuery(new Term("held", relation[0] + "_" + held)), (float) points));
        }
      }
      all.add(new DisjunctionMaxQuery(best, 0f), BooleanClause.Occur.SHOULD);
    }
    return all.build();
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Paths.get(arguments[1]);
    Directory directory = new MMapDirectory(folder);
    // A build that was broken off has committed nothing.
    if (!DirectoryReader.indexExists(directory)) build(arguments[0], directory);
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new Multiplying());
    searcher.setQueryCache(null);
    BooleanQuery.setMaxClauseCount(1_000_000);
    System.out.println("ready");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      long from = System.nanoTime();
      TopScoreDocCollector collector = TopScoreDocCollector.create(50, Integer.MAX_VALUE);
      searcher.search(read(new StringTokenizer(line)), collector);
      ScoreDoc[] page = collector.topDocs().scoreDocs;
      double ms = (System.nanoTime() - from) / 1e6;
      StringBuilder answer = new StringBuilder().append(ms).append(' ').append(collector.getTotalHits());
      for (ScoreDoc hit : page) answer.append(' ').append(hit.doc + 1).append('/').append((long) hit.score);
      System.out.println(answer);
    }
  }
}
