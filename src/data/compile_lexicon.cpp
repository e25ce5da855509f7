// Compiles the name tables src/data/names/*.tsv into the lexicon's blob
// (names/lexicon_format.h). Phrases are cut into words by the engine's own
// view and tokens, so that text and lexicon always agree; a malformed row is an
// error with file and line. Forms the engine cannot hold (letters outside ASCII
// and Arabic) are told and left out.
//
//   # columns: kind country latin ambiguous forms
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "data/tsv.h"
#include "names/lexicon.h"
#include "names/lexicon_format.h"
#include "text/utf.h"

namespace fihris {
namespace {

using std::string;
using std::vector;

const std::map<string, LexiconKind> kKinds = {
    {"gpe", LexiconKind::gpe},
    {"loc", LexiconKind::loc},
    {"fac", LexiconKind::fac},
    {"company", LexiconKind::company},
    {"bank", LexiconKind::bank},
    {"media", LexiconKind::media},
    {"exchange", LexiconKind::exchange},
    {"fund", LexiconKind::fund},
    {"igo", LexiconKind::igo},
    {"ngo", LexiconKind::ngo},
    {"government", LexiconKind::government},
    {"court", LexiconKind::court},
    {"parliament", LexiconKind::parliament},
    {"party", LexiconKind::party},
    {"armed", LexiconKind::armed},
    {"police", LexiconKind::police},
    {"club", LexiconKind::club},
    {"team", LexiconKind::team},
    {"federation", LexiconKind::federation},
    {"university", LexiconKind::university},
    {"institute", LexiconKind::institute},
    {"union", LexiconKind::union_},
    {"religious", LexiconKind::religious},
    {"person", LexiconKind::person},
    {"given_m", LexiconKind::given_m},
    {"given_f", LexiconKind::given_f},
    {"family", LexiconKind::family},
    {"particle", LexiconKind::particle},
    {"norp", LexiconKind::norp},
    {"title", LexiconKind::title},
    {"product", LexiconKind::product},
    {"event", LexiconKind::event},
    {"law", LexiconKind::law},
    {"work", LexiconKind::work},
    {"language", LexiconKind::language},
    {"org_head_alone", LexiconKind::org_head_alone},
    {"org_head_part", LexiconKind::org_head_part},
    {"place_head_alone", LexiconKind::place_head_alone},
    {"place_head_part", LexiconKind::place_head_part},
    {"say_verb", LexiconKind::say_verb},
    {"source_phrase", LexiconKind::source_phrase},
    {"anonymous_source", LexiconKind::anonymous_source},
};

using Words = vector<string>;  // encoded words of a phrase

struct Row {
  LexiconKind kind{};
  string country;  // two letters or empty
  string latin;
};

struct Entry {
  Words words;
  bool ambiguous = false;
  uint32_t row = 0;
};

struct Lexicon {
  std::map<std::tuple<LexiconKind, string, string>, uint32_t> row_ids;
  vector<Row> rows;
  vector<Entry> entries;
  std::set<std::pair<Words, uint32_t>> seen;
  size_t left_out = 0;
};

// The words of a form as the engine's tokens; empty where one has no encoding.
Words cut_words(const string& form) {
  const std::u16string text = utf8_to_utf16(form).text;
  const View view = make_view(text);
  Words out;
  for (const Token& token : find_tokens(view).list) {
    string word;
    for (const char16_t unit : view.text(token.span)) {
      const uint8_t code = encode_letter(unit);
      if (code == 0) return {};
      word += static_cast<char>(code);
    }
    out.push_back(word);
  }
  return out.size() > kMaxPhraseWords ? Words{} : out;
}

// Personal name words share one row a kind: nobody asks for their country.
uint32_t add_row(Lexicon& lexicon, LexiconKind kind, string country, string latin) {
  const bool single = kind >= LexiconKind::given_m && kind <= LexiconKind::particle;
  if (single || country == "-" || country.size() != 2) country.clear();
  if (single || latin == "-") latin.clear();
  const auto [it, added] = lexicon.row_ids.emplace(std::tuple(kind, country, latin), lexicon.rows.size());
  if (added) lexicon.rows.push_back({kind, country, latin});
  return it->second;
}

void add_form(Lexicon& lexicon, const Words& words, bool ambiguous, uint32_t row) {
  if (words.empty()) {
    ++lexicon.left_out;
    return;
  }
  // The flag is the row's; only its single words are everyday words.
  if (lexicon.seen.emplace(words, row).second) lexicon.entries.push_back({words, ambiguous && words.size() == 1, row});
}

// Nationalities and titles stand without the article in the tables and with it
// in the text: every word takes it ("the-American the-Latin"), titles on the first.
void add_with_article(Lexicon& lexicon, Words words, bool all_words, bool ambiguous, uint32_t row) {
  const string article = {static_cast<char>(encode_letter(0x0627)), static_cast<char>(encode_letter(0x0644))};
  for (size_t i = 0; i < words.size() && (all_words || i == 0); ++i)
    if (words[i].rfind(article, 0) != 0) words[i] = article + words[i];
  add_form(lexicon, words, ambiguous, row);
}

// Latin spellings that news writes as they are: bodies, goods, countries. Those
// of people, buildings and works would double the lexicon for few mentions.
bool is_written_in_latin(LexiconKind kind, const string& latin) {
  const bool named = kind == LexiconKind::gpe || (kind >= LexiconKind::company && kind <= LexiconKind::religious) ||
                     kind == LexiconKind::product;
  return named && latin.size() >= 3 && latin != "-";
}

void read_table(Lexicon& lexicon, const string& path) {
  std::ifstream in(path);
  if (!in) fail(path, 0, "cannot be read");
  string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const vector<string> cells = split(line, '\t');
    if (cells.size() != 5) fail(path, number, "wants 5 columns: kind country latin ambiguous forms");
    const auto kind = kKinds.find(cells[0]);
    if (kind == kKinds.end()) fail(path, number, "unknown kind '" + cells[0] + "'");
    if (cells[3] != "-" && cells[3] != "ambiguous") fail(path, number, "the fourth column is 'ambiguous' or '-'");
    const uint32_t row = add_row(lexicon, kind->second, cells[1], cells[2]);
    const bool ambiguous = cells[3] == "ambiguous";
    for (const string& form : split(cells[4], '|')) {
      const Words words = cut_words(form);
      add_form(lexicon, words, ambiguous, row);
      if (kind->second == LexiconKind::norp) add_with_article(lexicon, words, true, ambiguous, row);
      if (kind->second == LexiconKind::title) add_with_article(lexicon, words, false, ambiguous, row);
    }
    if (is_written_in_latin(kind->second, cells[2])) {
      const Words words = cut_words(cells[2]);
      if (!words.empty()) add_form(lexicon, words, ambiguous, row);
    }
  }
}

template <class Number>
void put(string& out, Number number) {
  for (size_t i = 0; i < sizeof number; ++i) out += static_cast<char>(static_cast<uint64_t>(number) >> (8 * i) & 0xFF);
}

// Words that stand inside phrases first, so that their numbers fit 16 bits.
vector<string> order_words(const vector<Entry>& entries) {
  std::set<string> inner;
  std::set<string> others;
  for (const Entry& entry : entries) inner.insert(entry.words.begin() + 1, entry.words.end());
  for (const Entry& entry : entries)
    if (!inner.count(entry.words[0])) others.insert(entry.words[0]);
  if (inner.size() > 0xFFFF) fail("lexicon", 0, "more inner words than 16 bits hold");
  vector<string> out(inner.begin(), inner.end());
  out.insert(out.end(), others.begin(), others.end());
  return out;
}

void put_leb128(string& out, size_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7F) | 0x80);
  out += static_cast<char>(number);
}

// Rows numbered anew: those that many phrases share first, then in the order in
// which the phrases meet them. Returns old -> new.
vector<uint32_t> renumber_rows(Lexicon& lexicon) {
  vector<size_t> uses(lexicon.rows.size(), 0);
  for (const Entry& entry : lexicon.entries) ++uses[entry.row];
  vector<uint32_t> order(lexicon.rows.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&uses](uint32_t a, uint32_t b) { return uses[a] > uses[b]; });
  vector<uint32_t> renumbered(order.size(), UINT32_MAX);
  vector<Row> rows;
  const auto number = [&](uint32_t row) {
    if (renumbered[row] != UINT32_MAX) return;
    renumbered[row] = static_cast<uint32_t>(rows.size());
    rows.push_back(lexicon.rows[row]);
  };
  for (uint32_t i = 0; i < kCommonRows && i < order.size(); ++i) number(order[i]);
  for (const Entry& entry : lexicon.entries) number(entry.row);
  lexicon.rows = rows;
  return renumbered;
}

string write_blob(Lexicon& lexicon) {
  const vector<string> words = order_words(lexicon.entries);
  std::map<string, uint32_t> ids;
  string word_bytes;
  for (const string& word : words) {
    ids.emplace(word, static_cast<uint32_t>(ids.size()));
    word_bytes += word + '\0';
  }
  std::sort(lexicon.entries.begin(), lexicon.entries.end(), [&ids](const Entry& a, const Entry& b) {
    if (a.words[0] != b.words[0]) return ids.at(a.words[0]) < ids.at(b.words[0]);
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return std::tie(a.words, a.row) < std::tie(b.words, b.row);
  });
  const vector<uint32_t> rows = renumber_rows(lexicon);
  if (lexicon.rows.size() > 0xFFFF) fail("lexicon", 0, "more rows than 16 bits hold");
  vector<size_t> begins(words.size(), 0);
  string lengths;
  string codes;
  string low;
  string high;
  uint32_t next_row = kCommonRows;
  for (const Entry& entry : lexicon.entries) {
    ++begins[ids.at(entry.words[0])];
    lengths += static_cast<char>(entry.words.size() * 2 + (entry.ambiguous ? 1 : 0));
    const uint32_t row = rows[entry.row];
    if (row < kCommonRows) {
      codes += static_cast<char>(2 + row);
    } else if (row == next_row) {
      codes += '\0';
      ++next_row;
    } else {
      codes += '\1';
      put(codes, static_cast<uint16_t>(row));
    }
    for (size_t i = 1; i < entry.words.size(); ++i) {
      low += static_cast<char>(ids.at(entry.words[i]) & 0xFF);
      high += static_cast<char>(ids.at(entry.words[i]) >> 8);
    }
  }
  string counts;
  for (const size_t begin : begins) put_leb128(counts, begin);
  string kinds;
  string countries;
  string latin;
  for (const Row& row : lexicon.rows) {
    kinds += static_cast<char>(row.kind);
    countries += row.country.empty() ? string(2, '\0') : row.country;
    latin += row.latin + '\0';
  }
  const string body = word_bytes + counts + lengths + codes + low + high + kinds + countries + latin;
  string checked;
  for (const size_t count : {words.size(), lexicon.entries.size(), lexicon.rows.size(), low.size(), word_bytes.size(),
                             counts.size(), codes.size(), latin.size()})
    put(checked, static_cast<uint32_t>(count));
  checked += body;
  string out;
  put(out, kLexiconMagic);
  put(out, kLexiconVersion);
  put(out, checksum_bytes(reinterpret_cast<const uint8_t*>(checked.data()), checked.size()));
  return out + checked;
}

}  // namespace
}  // namespace fihris

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: compile_lexicon OUT.bin TABLE.tsv...\n";
    return 2;
  }
  fihris::Lexicon lexicon;
  for (int i = 2; i < argc; ++i) fihris::read_table(lexicon, argv[i]);
  const std::string blob = fihris::write_blob(lexicon);
  std::ofstream(argv[1], std::ios::binary) << blob;
  std::cout << lexicon.entries.size() << " phrases, " << lexicon.rows.size() << " rows, " << blob.size() << " bytes; "
            << lexicon.left_out << " forms left out (letters outside ASCII and Arabic, or too long)\n";
  return 0;
}
