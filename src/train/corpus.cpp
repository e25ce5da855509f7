#include "train/corpus.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "names/tagger.h"
#include "text/utf.h"

namespace fihris {
namespace {

std::ifstream open_or_exit(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::cerr << path << ": cannot be read\n";
    std::exit(2);
  }
  return in;
}

bool read_type(const std::string& name, EntityType& type) {
  const std::string first = name.substr(0, name.find('/'));  // "GPE/LOC": either is right
  for (size_t i = 0; i < kTaggedTypes; ++i) {
    if (kEntityTypeNames[i] != first) continue;
    type = static_cast<EntityType>(i);
    return true;
  }
  return false;
}

// Throws where the line is no marked text.
GoldText read_row(const std::string& line) {
  const nlohmann::json row = nlohmann::json::parse(line);
  GoldText text;
  text.id = row.at("id").is_string() ? row.at("id").get<std::string>() : row.at("id").dump();
  text.text = utf8_to_utf16(row.at("text").get<std::string>()).text;
  for (const auto& mention : row.at("mentions")) {
    GoldName name;
    if (!read_type(mention.at("type").get<std::string>(), name.type)) continue;
    name.span = {mention.at("start").get<uint32_t>(), mention.at("end").get<uint32_t>()};
    text.names.push_back(name);
  }
  return text;
}

std::vector<GoldText> read_jsonl(const std::string& path) {
  std::ifstream in = open_or_exit(path);
  std::vector<GoldText> out;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      out.push_back(read_row(line));
    } catch (const nlohmann::json::exception& wrong) {
      std::cerr << path << ':' << number << ": " << wrong.what() << '\n';
      std::exit(2);
    }
  }
  return out;
}

// CoNLL types of the older corpora; their MISC has no type here.
bool read_conll_type(const std::string& tag, EntityType& type) {
  const std::string name = tag.substr(std::min<size_t>(2, tag.size()));
  if (name == "PER")
    type = EntityType::person;
  else if (name == "LOC")
    type = EntityType::gpe;
  else if (name == "ORG")
    type = EntityType::org;
  else
    return false;
  return true;
}

void close_text(std::vector<GoldText>& out, GoldText& text, const std::string& path) {
  if (text.text.empty()) return;
  text.id = path + ":" + std::to_string(out.size());
  text.whole_words = true;
  out.push_back(std::move(text));
  text = {};
}

std::vector<GoldText> read_conll(const std::string& path) {
  constexpr int kSentences = 10;
  std::ifstream in = open_or_exit(path);
  std::vector<GoldText> out;
  GoldText text;
  bool open = false;
  bool fresh = true;  // no word of the line yet
  int sentences = 0;
  for (std::string line; std::getline(in, line);) {
    const size_t gap = line.find_last_of(" \t");
    if (gap == std::string::npos) {
      open = false;
      if (fresh) continue;
      fresh = true;
      if (++sentences % kSentences == 0) close_text(out, text, path);
      continue;
    }
    const std::string tag = line.substr(gap + 1);
    const std::u16string word = utf8_to_utf16(line.substr(0, line.find_first_of(" \t"))).text;
    if (!text.text.empty()) text.text += fresh ? u'\n' : u' ';
    fresh = false;
    const auto begin = static_cast<uint32_t>(text.text.size());
    text.text += word;
    const auto end = static_cast<uint32_t>(text.text.size());
    EntityType type{};
    const bool named = read_conll_type(tag, type);
    if (named && open && tag[0] == 'I' && text.names.back().type == type)
      text.names.back().span.end = end;
    else if (named)
      text.names.push_back({{begin, end}, type});
    open = named;
  }
  close_text(out, text, path);
  return out;
}

bool is_mark(const Token& token) { return token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol; }

// Marks as labels, token by token.
void label_tokens(const View& view, const Tokens& tokens, bool whole_words, Example& example, CorpusLoss& loss) {
  example.labels.assign(tokens.size(), kOutside);
  size_t next = 0;
  for (const GoldName& name : example.gold) {
    ++loss.names;
    while (next < tokens.size() && view.to_source(tokens[next].span).end <= name.span.begin) ++next;
    size_t last = next;
    while (last < tokens.size() && view.to_source(tokens[last].span).begin < name.span.end) ++last;
    while (whole_words && next + 1 < last && is_mark(tokens[next])) ++next;
    while (whole_words && next + 1 < last && is_mark(tokens[last - 1])) --last;
    const bool taken = last == next || example.labels[next] != kOutside;
    if (taken || view.to_source(tokens[last - 1].span).end != name.span.end)
      ++loss.inexpressible;
    else if (example.spans[next].begin != name.span.begin)
      ++loss.cut_otherwise;
    if (taken) continue;
    const auto type = static_cast<size_t>(name.type);
    for (size_t i = next; i < last; ++i) {
      const uint8_t place = last == next + 1 ? kSingle : i == next ? kBegin : i + 1 == last ? kEnd : kInside;
      example.labels[i] = make_label(place, type);
    }
    next = last;
  }
}

}  // namespace

std::vector<GoldText> read_gold(const std::string& path) {
  return path.ends_with(".conll") ? read_conll(path) : read_jsonl(path);
}

Example make_example(const GoldText& gold, const Vocabulary& vocabulary, CorpusLoss& loss) {
  Example out;
  out.id = gold.id;
  out.text = gold.text;
  out.gold = gold.names;
  std::sort(out.gold.begin(), out.gold.end(),
            [](const GoldName& a, const GoldName& b) { return a.span.begin < b.span.begin; });
  const View view = make_view(out.text);
  const Tokens tokens = find_tokens(view);
  const std::vector<LexiconHit> hits = find_lexicon_hits(view, tokens);
  const std::vector<TokenFacts> facts = gather_facts(view, tokens, hits, vocabulary);
  for (size_t i = 0; i < tokens.size(); ++i) {
    out.spans.push_back(view.to_source({facts[i].begin, tokens[i].span.end}));
  }
  for (size_t first = 0; first < tokens.size();) {
    const size_t last = find_stretch_end(tokens, first);
    out.stretches.push_back(first);
    for (size_t i = first; i < last; ++i) {
      out.key_begins.push_back(static_cast<uint32_t>(out.keys.size()));
      append_keys(view, tokens, facts, i, first, last, out.keys);
    }
    first = last;
  }
  out.stretches.push_back(tokens.size());
  out.key_begins.push_back(static_cast<uint32_t>(out.keys.size()));
  label_tokens(view, tokens, gold.whole_words, out, loss);
  // A name that a sentence's end cuts in two begins anew after it.
  for (const size_t first : out.stretches) {
    if (first == 0 || first >= out.labels.size()) continue;
    uint8_t& before = out.labels[first - 1];
    uint8_t& after = out.labels[first];
    const auto type_of = [](uint8_t label) { return type_of_label(label); };
    if (before >= kInside)
      before = make_label(kEnd, type_of(before));
    else if (before >= kBegin && before < kEnd)
      before = make_label(kSingle, type_of(before));
    if (after >= kInside)
      after = make_label(kBegin, type_of(after));
    else if (after >= kEnd)
      after = make_label(kSingle, type_of(after));
  }
  return out;
}

Span widen_to_words(const std::u16string& text, Span span) {
  const auto is_space = [&text](uint32_t at) { return text[at] == u' ' || text[at] == u'\n'; };
  while (span.begin > 0 && !is_space(span.begin - 1)) --span.begin;
  while (span.end < text.size() && !is_space(span.end)) ++span.end;
  return span;
}

std::vector<GoldName> names_of_labels(const Example& example, const std::vector<uint8_t>& labels) {
  std::vector<GoldName> out;
  for (size_t t = 0; t < labels.size(); ++t) {
    if (labels[t] == kOutside) continue;
    const size_t start = t;
    const auto type = static_cast<EntityType>(type_of_label(labels[t]));
    if (labels[t] >= kBegin) {
      while (t + 1 < labels.size() && labels[++t] >= kInside) {
      }
    }
    out.push_back({{example.spans[start].begin, example.spans[t].end}, type});
  }
  return out;
}

}  // namespace fihris
