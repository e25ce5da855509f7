// fihris-train: makes and judges the names model.
//   vocabulary --text FILE... --clusters FILE --out FILE
//   train --gold FILE... [--silver FILE...] --vocabulary FILE [--fold K/N | --dev FILE] --out MODEL
//   eval --model MODEL --gold FILE
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "names/tagger.h"
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
    out.push_back({view.to_source(span.span), span.type});
  }
  return out;
}

void judge(const std::vector<GoldText>& texts, const NamesModel& model, size_t shown) {
  Evaluation evaluation;
  for (const GoldText& text : texts) {
    Example example;
    example.text = text.text;
    example.gold = text.names;
    evaluation.add(example, tag_text(text, model));
  }
  evaluation.print(std::cout, shown);
}

int run_vocabulary(const Arguments& arguments) {
  write_bytes(one(arguments, "out"), build_vocabulary(many(arguments, "text"), one(arguments, "clusters"),
                                                      static_cast<size_t>(number(arguments, "words", 104000))));
  return 0;
}

TrainOptions read_options(const Arguments& arguments) {
  TrainOptions options;
  options.passes = static_cast<int>(number(arguments, "passes", static_cast<float>(options.passes)));
  options.rate = number(arguments, "rate", options.rate);
  options.shrink = number(arguments, "shrink", options.shrink);
  options.drop_word = number(arguments, "drop-word", options.drop_word);
  options.drop_key = number(arguments, "drop-key", options.drop_key);
  options.prune = number(arguments, "prune", options.prune);
  options.least_count = static_cast<uint32_t>(number(arguments, "count", static_cast<float>(options.least_count)));
  options.seed = static_cast<uint32_t>(number(arguments, "seed", 1));
  return options;
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
  crf.write(parts);
  for (size_t i = 0; i < kCalibrationSteps; ++i) parts.calibration[i] = static_cast<uint8_t>(255 * i / 20);
  const std::vector<uint8_t> bytes = pack_model(parts);
  std::cerr << "model: " << bytes.size() << " bytes, " << parts.features.size() << " features, vocabulary "
            << parts.vocabulary.size() << " bytes\n";
  if (arguments.contains("out")) write_bytes(one(arguments, "out"), bytes);
  NamesModel model;
  const std::string_view wrong = model.open(bytes);
  if (!wrong.empty()) std::cerr << wrong << "\n";
  judge(held, model, static_cast<size_t>(number(arguments, "show", 0)));
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
  judge(read_all(many(arguments, "gold")), model, static_cast<size_t>(number(arguments, "show", 30)));
  return 0;
}

}  // namespace
}  // namespace fihris

int main(int count, char** words) {
  const std::string command = count > 1 ? words[1] : "";
  const auto arguments = fihris::read_arguments(count, words);
  if (command == "vocabulary") return fihris::run_vocabulary(arguments);
  if (command == "train") return fihris::run_train(arguments);
  if (command == "eval") return fihris::run_eval(arguments);
  std::cerr << "usage: fihris-train vocabulary|train|eval [--option value...]\n";
  return 2;
}
