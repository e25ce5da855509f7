// fihris-train: makes and judges the names model.
//   cluster --text FILE... --out FILE
//   vocabulary --text FILE... --clusters FILE --out FILE
//   train --gold FILE... [--silver FILE...] --vocabulary FILE [--fold K/N | --dev FILE] --out MODEL
//   eval --model MODEL --gold FILE
//   bench --model MODEL --gold FILE
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "names/tagger.h"
#include "train/classes.h"
#include "train/crf.h"
#include "train/evaluate.h"
#include "train/words.h"

namespace fihris {
namespace {

using Arguments = std::map<std::string, std::vector<std::string>>;

Arguments read_arguments(int count, char** words) {
  Arguments out;
  std::string name;
  for (int i = 2; i < count; ++i) {
    const std::string word = words[i];
    if (word.starts_with("--"))
      out[name = word.substr(2)];
    else
      out[name].push_back(word);
  }
  return out;
}

std::string one(const Arguments& arguments, const std::string& name, const std::string& otherwise = "") {
  const auto found = arguments.find(name);
  return found == arguments.end() || found->second.empty() ? otherwise : found->second[0];
}

std::vector<std::string> many(const Arguments& arguments, const std::string& name) {
  const auto found = arguments.find(name);
  return found == arguments.end() ? std::vector<std::string>() : found->second;
}

float number(const Arguments& arguments, const std::string& name, float otherwise) {
  const std::string text = one(arguments, name);
  return text.empty() ? otherwise : std::strtof(text.c_str(), nullptr);
}

std::vector<uint8_t> read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::string& path, const std::vector<uint8_t>& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (out) return;
  std::cerr << path << ": cannot be written\n";
  std::exit(2);
}

std::vector<GoldText> read_all(const std::vector<std::string>& paths) {
  std::vector<GoldText> out;
  for (const std::string& path : paths) {
    std::vector<GoldText> texts = read_gold(path);
    out.insert(out.end(), std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end()));
  }
  return out;
}

std::vector<Example> make_examples(const std::vector<GoldText>& texts, const Vocabulary& vocabulary, float weight,
                                   const char* what) {
  std::vector<Example> out;
  CorpusLoss loss;
  size_t tokens = 0;
  for (const GoldText& text : texts) {
    out.push_back(make_example(text, vocabulary, loss));
    out.back().weight = weight;
    tokens += out.back().labels.size();
  }
  std::cerr << what << ": " << texts.size() << " texts, " << tokens << " tokens, " << loss.names << " names, "
            << loss.cut_otherwise << " begin at another cut, " << loss.inexpressible << " cannot be spelt in tokens\n";
  return out;
}

// Moves every text whose number mod n is k to the held-out ones.
std::vector<GoldText> split_fold(std::vector<GoldText>& texts, const std::string& fold) {
  std::vector<GoldText> held_out;
  std::vector<GoldText> kept;
  const size_t slash = fold.find('/');
  if (slash == std::string::npos) return held_out;
  const size_t k = std::strtoul(fold.c_str(), nullptr, 10);
  const size_t n = std::strtoul(fold.c_str() + slash + 1, nullptr, 10);
  const bool last_piece = k == n;  // "10/10": the last tenth in one piece
  for (size_t i = 0; i < texts.size(); ++i) {
    const bool out = last_piece ? i * n >= texts.size() * (n - 1) : i % n == k;
    (out ? held_out : kept).push_back(std::move(texts[i]));
  }
  texts = std::move(kept);
  return held_out;
}

std::vector<GoldName> tag_text(const GoldText& text, const NamesModel& model) {
  const View view = make_view(text.text);
  const Tokens tokens = find_tokens(view);
  std::vector<GoldName> out;
  for (const TaggedSpan& span : tag_names(view, tokens, find_lexicon_hits(view, tokens), model)) {
    const Span found = view.to_source(span.span);
    out.push_back({text.whole_words ? widen_to_words(text.text, found) : found, span.type});
  }
  return out;
}

void charge_outside(ModelParts& parts, float cost) {
  const auto levels = static_cast<int16_t>(cost / parts.scale + 0.5F);
  for (size_t i = 0; i < kEntering; ++i) {
    int16_t& weight = parts.transitions[i * kEntering + kOutside];
    weight = static_cast<int16_t>(weight - levels);
  }
}

Evaluation judge(const std::vector<GoldText>& texts, const NamesModel& model) {
  Evaluation evaluation;
  for (const GoldText& text : texts) {
    Example example;
    example.text = text.text;
    example.gold = text.names;
    evaluation.add(example, tag_text(text, model));
  }
  return evaluation;
}

// How the balance of precision and recall moves when every token outside costs
// a little more: tried on the held-out texts, set with --outside.
void try_balances(const std::vector<GoldText>& texts, ModelParts parts, std::ostream& log) {
  for (const float cost : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F, 1.25F}) {
    ModelParts moved = parts;
    charge_outside(moved, cost);
    const std::vector<uint8_t> bytes = pack_model(moved);
    NamesModel model;
    if (!model.open(bytes).empty()) return;
    const Evaluation evaluation = judge(texts, model);
    log << "outside costs " << cost << " more: core P " << evaluation.core().precision() << " R "
        << evaluation.core().recall() << " F1 " << evaluation.core().f1() << " all F1 " << evaluation.all().f1()
        << "\n";
  }
}

int run_cluster(const Arguments& arguments) {
  const std::string text = build_classes(many(arguments, "text"), static_cast<int>(number(arguments, "passes", 2)));
  write_bytes(one(arguments, "out"), {text.begin(), text.end()});
  return 0;
}

int run_vocabulary(const Arguments& arguments) {
  write_bytes(one(arguments, "out"), build_vocabulary(many(arguments, "text"), one(arguments, "clusters"),
                                                      static_cast<size_t>(number(arguments, "words", 104000))));
  return 0;
}

TrainOptions read_options(const Arguments& arguments) {
  TrainOptions options;
  options.passes = static_cast<int>(number(arguments, "passes", static_cast<float>(options.passes)));
  options.gold_passes = static_cast<int>(number(arguments, "gold-passes", 0));
  options.rate = number(arguments, "rate", options.rate);
  options.shrink = number(arguments, "shrink", options.shrink);
  options.drop_word = number(arguments, "drop-word", options.drop_word);
  options.drop_key = number(arguments, "drop-key", options.drop_key);
  options.prune = number(arguments, "prune", options.prune);
  options.least_count = static_cast<uint32_t>(number(arguments, "count", static_cast<float>(options.least_count)));
  options.seed = static_cast<uint32_t>(number(arguments, "seed", 1));
  return options;
}

// Drops the lightest weights until the model is small enough.
std::vector<uint8_t> pack_to_fit(const Crf& crf, ModelParts& parts, size_t most) {
  for (float prune = crf.options().prune;; prune += 0.01F) {
    parts.features.clear();
    crf.write(parts, prune);
    std::vector<uint8_t> bytes = pack_model(parts);
    if (bytes.size() > most && prune < 1) continue;
    std::cerr << "weights below " << prune << " left out\n";
    return bytes;
  }
}

// How often spans of each raw probability are right, made monotonous; few
// spans in a step lean towards the raw value.
std::array<uint8_t, kCalibrationSteps> calibrate(const std::vector<GoldText>& texts, const NamesModel& model) {
  constexpr double kLean = 8;
  std::array<double, kCalibrationSteps> right{};
  std::array<double, kCalibrationSteps> all{};
  for (const GoldText& text : texts) {
    const View view = make_view(text.text);
    const Tokens tokens = find_tokens(view);
    for (const TaggedSpan& span : tag_names(view, tokens, find_lexicon_hits(view, tokens), model)) {
      const GoldName name{view.to_source(span.span), span.type};
      const auto step = static_cast<size_t>(span.confidence * (kCalibrationSteps - 1) + 0.5F);
      all[step] += 1;
      right[step] += std::find(text.names.begin(), text.names.end(), name) != text.names.end() ? 1 : 0;
    }
  }
  std::array<uint8_t, kCalibrationSteps> out{};
  double least = 0;
  for (size_t i = 0; i < kCalibrationSteps; ++i) {
    const double raw = static_cast<double>(i) / (kCalibrationSteps - 1);
    least = std::max(least, (right[i] + kLean * raw) / (all[i] + kLean));
    out[i] = static_cast<uint8_t>(least * 255 + 0.5);
    std::cerr << "raw " << raw << ": " << all[i] << " spans, " << right[i] << " right, now " << least << "\n";
  }
  return out;
}

int run_train(const Arguments& arguments) {
  ModelParts parts;
  parts.vocabulary = read_bytes(one(arguments, "vocabulary"));
  Vocabulary vocabulary;
  if (!vocabulary.open(parts.vocabulary)) return 2;
  std::vector<GoldText> gold = read_all(many(arguments, "gold"));
  std::vector<GoldText> held = split_fold(gold, one(arguments, "fold"));
  if (arguments.contains("dev")) held = read_all(many(arguments, "dev"));
  std::vector<Example> examples = make_examples(gold, vocabulary, 1, "gold");
  std::vector<Example> held_out = make_examples(held, vocabulary, 1, "held out");
  if (arguments.contains("silver")) {
    std::vector<Example> silver = make_examples(read_all(many(arguments, "silver")), vocabulary,
                                                number(arguments, "silver-weight", 0.5F), "silver");
    examples.insert(examples.end(), std::make_move_iterator(silver.begin()), std::make_move_iterator(silver.end()));
  }
  Crf crf(examples, read_options(arguments));
  crf.index_keys(examples);
  crf.index_keys(held_out);
  crf.train(examples, held_out, std::cerr);
  for (size_t i = 0; i < kCalibrationSteps; ++i) parts.calibration[i] = static_cast<uint8_t>(255 * i / 20);
  std::vector<uint8_t> bytes = pack_to_fit(crf, parts, static_cast<size_t>(number(arguments, "bytes", 1e9F)));
  if (arguments.contains("balances")) try_balances(held, parts, std::cerr);
  charge_outside(parts, number(arguments, "outside", 0));
  bytes = pack_model(parts);
  NamesModel model;
  std::string_view wrong = model.open(bytes);
  if (!wrong.empty()) std::cerr << wrong << "\n";
  if (arguments.contains("calibrate")) {
    parts.calibration = calibrate(read_all(many(arguments, "calibrate")), model);
    bytes = pack_model(parts);
    wrong = model.open(bytes);
  }
  std::cerr << "model: " << bytes.size() << " bytes, " << parts.features.size() << " features, vocabulary "
            << parts.vocabulary.size() << " bytes\n";
  if (arguments.contains("out")) write_bytes(one(arguments, "out"), bytes);
  judge(held, model).print(std::cout, static_cast<size_t>(number(arguments, "show", 0)));
  return 0;
}

int run_eval(const Arguments& arguments) {
  const std::vector<uint8_t> bytes = read_bytes(one(arguments, "model"));
  NamesModel model;
  const std::string_view wrong = model.open(bytes);
  if (!wrong.empty()) {
    std::cerr << one(arguments, "model") << ": " << wrong << "\n";
    return 1;
  }
  const Evaluation evaluation = judge(read_all(many(arguments, "gold")), model);
  evaluation.print(std::cout, static_cast<size_t>(number(arguments, "show", 30)));
  return 0;
}

// Words a second of the tagger alone and with all that it needs first.
int run_bench(const Arguments& arguments) {
  const std::vector<uint8_t> bytes = read_bytes(one(arguments, "model"));
  NamesModel model;
  if (!model.open(bytes).empty()) return 1;
  const std::vector<GoldText> texts = read_all(many(arguments, "gold"));
  using Clock = std::chrono::steady_clock;
  Clock::duration before{};
  Clock::duration tagging{};
  size_t words = 0;
  size_t spans = 0;
  for (int round = 0; round < 5; ++round) {
    for (const GoldText& text : texts) {
      const auto start = Clock::now();
      const View view = make_view(text.text);
      const Tokens tokens = find_tokens(view);
      const std::vector<LexiconHit> hits = find_lexicon_hits(view, tokens);
      const auto middle = Clock::now();
      spans += tag_names(view, tokens, hits, model).size();
      tagging += Clock::now() - middle;
      before += middle - start;
      words += tokens.size();
    }
  }
  const auto rate = [words](Clock::duration time) {
    return static_cast<double>(words) / std::chrono::duration<double>(time).count();
  };
  std::cout << words << " tokens, " << spans << " names: tagger " << rate(tagging)
            << " tokens/s, with text and lexicon " << rate(tagging + before) << " tokens/s\n";
  return 0;
}

}  // namespace
}  // namespace fihris

int main(int count, char** words) {
  const std::string command = count > 1 ? words[1] : "";
  const auto arguments = fihris::read_arguments(count, words);
  if (command == "cluster") return fihris::run_cluster(arguments);
  if (command == "vocabulary") return fihris::run_vocabulary(arguments);
  if (command == "train") return fihris::run_train(arguments);
  if (command == "eval") return fihris::run_eval(arguments);
  if (command == "bench") return fihris::run_bench(arguments);
  std::cerr << "usage: fihris-train cluster|vocabulary|train|eval|bench [--option value...]\n";
  return 2;
}
