// How fast each room reads, in UTF-16 units per second over tests/texts joined
// to one article of about 10,000 units; FIHRIS_TEXTS names another folder. Tagger
// and names room count in words too (tokens of Arabic or Latin letters). The
// doubling sizes at the end show that time grows with the text and no faster.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "analysis.h"
#include "corpus.h"
#include "figures/figures.h"
#include "figures/words.h"
#include "links/changes.h"
#include "links/checks.h"
#include "links/entities.h"
#include "links/figure_contexts.h"
#include "links/quotes.h"
#include "links/timeline.h"
#include "names/lexicon.h"
#include "names/names.h"
#include "names/tagger.h"
#include "output/json.h"

namespace fihris {
namespace {

const std::u16string& article() {
  static const std::u16string text = [] {
    const char* folder = std::getenv("FIHRIS_TEXTS");
    std::u16string all;
    for (const Text& t : read_texts(folder ? folder : FIHRIS_SOURCE_DIR "/tests/texts")) all += t.source + u"\n";
    std::u16string out = all;
    while (out.size() < 10000) out += all;
    return out;
  }();
  return text;
}

void count_units(benchmark::State& state, size_t units) {
  state.counters["units/s"] =
      benchmark::Counter(static_cast<double>(units), benchmark::Counter::kIsIterationInvariantRate);
}

void count_words(benchmark::State& state, const Tokens& all) {
  size_t words = 0;
  for (const Token& token : all.list)
    words += token.kind == TokenKind::word || token.kind == TokenKind::latin ? 1U : 0U;
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

void view(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(make_view(article()));
  count_units(state, article().size());
}
BENCHMARK(view);

void tokens(benchmark::State& state) {
  const View v = make_view(article());
  for (auto _ : state) benchmark::DoNotOptimize(find_tokens(v));
  count_units(state, article().size());
}
BENCHMARK(tokens);

void figures(benchmark::State& state) {
  const View v = make_view(article());
  const Tokens t = find_tokens(v);
  for (auto _ : state) benchmark::DoNotOptimize(find_figures(find_words(v, t), {}));
  count_units(state, article().size());
}
BENCHMARK(figures);

void tagger(benchmark::State& state) {
  const View v = make_view(article());
  const Tokens t = find_tokens(v);
  const std::vector<LexiconHit> hits = find_lexicon_hits(v, t);
  for (auto _ : state) benchmark::DoNotOptimize(tag_names(v, t, hits));
  count_units(state, article().size());
  count_words(state, t);
}
BENCHMARK(tagger);

void names(benchmark::State& state) {
  const View v = make_view(article());
  const Tokens t = find_tokens(v);
  const std::vector<Figure> found = find_figures(find_words(v, t), {});
  for (auto _ : state) {
    std::vector<Figure> copy = found;
    benchmark::DoNotOptimize(find_names(v, t, copy));
  }
  count_units(state, article().size());
  count_words(state, t);
}
BENCHMARK(names);

void quotes(benchmark::State& state) {
  const View v = make_view(article());
  const Tokens t = find_tokens(v);
  const Words w = find_words(v, t);
  const Analysis found = analyse(article());
  for (auto _ : state) benchmark::DoNotOptimize(find_quotes(w, found));
  count_units(state, article().size());
}
BENCHMARK(quotes);

// The rooms before the links between figures, read once.
struct Read {
  View v = make_view(article());
  Tokens t = find_tokens(v);
  Words words = find_words(v, t);
  Analysis found = analyse(article());
};

void changes(benchmark::State& state) {
  const Read read;
  for (auto _ : state) benchmark::DoNotOptimize(find_changes(read.words, read.found));
  count_units(state, article().size());
}
BENCHMARK(changes);

void contexts(benchmark::State& state) {
  const Read read;
  Analysis copy = read.found;
  for (auto _ : state) relate_figures(read.words, copy);
  benchmark::DoNotOptimize(copy);
  count_units(state, article().size());
}
BENCHMARK(contexts);

void timeline(benchmark::State& state) {
  const Read read;
  for (auto _ : state) benchmark::DoNotOptimize(make_timeline(read.words, read.found));
  count_units(state, article().size());
}
BENCHMARK(timeline);

void checks(benchmark::State& state) {
  const Read read;
  for (auto _ : state) benchmark::DoNotOptimize(find_checks(read.words, read.found, {}));
  count_units(state, article().size());
}
BENCHMARK(checks);

void json(benchmark::State& state) {
  const Analysis found = analyse(article());
  for (auto _ : state) benchmark::DoNotOptimize(to_json(found));
  count_units(state, article().size());
}
BENCHMARK(json);

void analysis(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(analyse(article()));
  count_units(state, article().size());
}
BENCHMARK(analysis)->Unit(benchmark::kMillisecond);

void whole_engine(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(to_json(analyse(article())));
  count_units(state, article().size());
}
BENCHMARK(whole_engine)->Unit(benchmark::kMillisecond);

// The unkindest texts known: one endless line of each kind, doubled.
void doubled(benchmark::State& state, std::u16string_view piece) {
  std::u16string text;
  while (text.size() < static_cast<size_t>(state.range(0))) text += piece;
  for (auto _ : state) benchmark::DoNotOptimize(analyse(text));
  state.SetComplexityN(state.range(0));
  count_units(state, text.size());
}
constexpr int kSmallest = 1 << 13, kLargest = 1 << 18;
#define DOUBLED(name, piece) \
  BENCHMARK_CAPTURE(doubled, name, piece)->RangeMultiplier(2)->Range(kSmallest, kLargest)->Complexity()
DOUBLED(article, article());
DOUBLED(digits, u"12");
DOUBLED(number_words, u"\u062b\u0644\u0627\u062b\u0629 \u0648");  // "three and "
DOUBLED(marks, u"\u064e");
DOUBLED(open_quotes, u"\u00ab\u0642\u0627\u0644 ");       // an opening quotation mark, "he said "
DOUBLED(sentences, u"\u0642\u0627\u0644. ");              // "he said. "
DOUBLED(said_that, u"\u0623\u0643\u062f \u0623\u0646 ");  // "he stressed that "
DOUBLED(latin, u"Ab-");
DOUBLED(one_word, u"\u0648\u0627\u0644");                                // "waw alef lam", endlessly
DOUBLED(changes, u"\u0627\u0631\u062a\u0641\u0639 5% 2020 ");            // "rose 5% 2020 ", in one clause
DOUBLED(dated_amounts, u"7% \u0648 3 \u062f\u0648\u0644\u0627\u0631 ");  // "7% and 3 dollars ", in one clause
DOUBLED(parts, u"5 \u0628\u064a\u0646\u0647\u0645 \u06483 ");            // "5 among them and 3 "
DOUBLED(aside, u"(\u0648 ");                                             // an opening bracket, "and "

// Many distinct people, a hundred to a surname, full names and bare ones, so
// that every short form fits many fuller names; only the entities are timed.
void entities(benchmark::State& state) {
  const auto people = static_cast<uint32_t>(state.range(0));
  std::u16string text;
  std::vector<Mention> mentions;
  const auto add = [&](uint32_t first, uint32_t last, bool full) {
    const auto begin = static_cast<uint32_t>(text.size());
    const auto word = [&](uint32_t number) {
      for (int i = 0; i < 5; ++i, number /= 20) text += static_cast<char16_t>(0x0628 + number % 20);
    };
    if (full) {
      word(first);
      text += u' ';
    }
    word(last + 77777);
    mentions.push_back({.span = {begin, static_cast<uint32_t>(text.size())}});
    text += u" . ";
  };
  for (uint32_t i = 0; i < people; ++i) add(i, i % std::max(1U, people / 100), true);
  for (uint32_t i = 0; i < people; ++i) add(0, i % std::max(1U, people / 100), false);
  const View v = make_view(text);
  const Tokens t = find_tokens(v);
  const Words w = find_words(v, t);
  uint32_t token = 0;
  for (Mention& m : mentions) {
    while (v.begins[t[token].span.begin] < m.span.begin) ++token;
    m.first_token = token;
    while (token < t.size() && v.begins[t[token].span.begin] < m.span.end) ++token;
    m.last_token = token;
  }
  for (auto _ : state) benchmark::DoNotOptimize(resolve_entities(w, mentions));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(entities)->RangeMultiplier(2)->Range(1 << 9, 1 << 15)->Complexity()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace fihris

BENCHMARK_MAIN();
