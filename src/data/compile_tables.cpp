// Compiles the word tables src/data/*.tsv into C++ that the figures room looks
// words up in (figures/tables.h and tables.cpp, in the build tree). Words are
// folded here once, so that lookups compare plain units; a form that two rows
// of a table share is an error with file and line. It checks the tables' shape
// and knows nothing of what they mean.
//
//   # table: numbers
//   # columns: value role forms
//   3	unit	<forms, separated by |, in the last column; letters in (...) may be absent>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "data/tsv.h"
#include "text/view.h"

namespace {

using fihris::fail;
using fihris::split;
using std::string;
using std::u16string;
using std::vector;

struct Row {
  vector<string> cells;  // the forms left out
};

struct TableSource {
  string name;
  vector<string> columns;
  vector<Row> rows;
};

// One folded form and the row it stands for.
struct Phrase {
  u16string text;
  size_t table = 0;
  size_t row = 0;
};

bool decode_utf8(const string& text, u16string& out) {
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    if (i + static_cast<size_t>(length) > text.size()) return false;
    for (int k = 1; k < length; ++k)
      point = (point << 6) | (static_cast<unsigned char>(text[i + static_cast<size_t>(k)]) & 0x3FU);
    if (point > 0xFFFF) return false;
    out.push_back(static_cast<char16_t>(point));
    i += static_cast<size_t>(length);
  }
  return true;
}

// `a(b)c` -> `ac`, `abc`; every group doubles the list.
vector<string> expand(const string& form) {
  const size_t open = form.find('(');
  if (open == string::npos) return {form};
  const size_t close = form.find(')', open);
  if (close == string::npos) return {};
  vector<string> out;
  for (const string& rest : expand(form.substr(close + 1))) {
    out.push_back(form.substr(0, open) + rest);
    out.push_back(form.substr(0, open) + form.substr(open + 1, close - open - 1) + rest);
  }
  return out;
}

void add_forms(const string& path, int line, const string& cell, size_t table, size_t row,
               std::map<u16string, size_t>& seen, vector<Phrase>& phrases) {
  if (cell.empty()) fail(path, line, "a row without forms");
  for (const string& written : split(cell, '|')) {
    const vector<string> forms = expand(written);
    if (forms.empty() || written.empty()) fail(path, line, "a broken form: '" + written + "'");
    for (const string& form : forms) {
      u16string raw;
      if (!decode_utf8(form, raw)) fail(path, line, "not UTF-8 of the basic plane: " + form);
      const u16string key = fihris::fold(raw);
      if (key.empty() || key.front() == u' ' || key.back() == u' ') fail(path, line, "a stray space: " + form);
      const auto [at, is_new] = seen.try_emplace(key, row);
      if (!is_new && at->second != row) fail(path, line, "'" + form + "' stands in another row of this table");
      if (is_new) phrases.push_back({key, table, row});
    }
  }
}

TableSource read_table(const string& path, size_t table, vector<Phrase>& phrases) {
  std::ifstream file(path);
  if (!file) fail(path, 0, "cannot be read");
  TableSource out;
  std::map<u16string, size_t> seen;
  int line = 0;
  for (string text; std::getline(file, text);) {
    ++line;
    if (text.rfind("# table: ", 0) == 0) out.name = text.substr(9);
    if (text.rfind("# columns: ", 0) == 0) out.columns = split(text.substr(11), ' ');
    if (text.empty() || text[0] == '#') continue;
    if (out.name.empty() || out.columns.empty()) fail(path, line, "a row before '# table:' and '# columns:'");
    vector<string> cells = split(text, '\t');
    if (cells.size() != out.columns.size()) {
      fail(path, line,
           std::to_string(out.columns.size()) + " columns wanted, " + std::to_string(cells.size()) + " found");
    }
    add_forms(path, line, cells.back(), table, out.rows.size(), seen, phrases);
    cells.pop_back();
    out.rows.push_back({std::move(cells)});
  }
  if (out.rows.empty()) fail(path, line, "a table without rows");
  return out;
}

// The part of a phrase that one token can hold: the lookup key.
u16string first_word(const u16string& phrase) {
  const auto kind = [](char16_t c) {
    if (c >= 0x620 && c < 0x700) return 3;
    const bool letter = c < 0x80 ? std::isalpha(c) != 0 : (c >= 0xC0 && c < 0x590);
    return letter ? 1 : 2;
  };
  size_t end = 1;
  const int wanted = kind(phrase[0]);
  // A Latin run takes digits in: "km2" is one token.
  const auto goes_on = [&](char16_t c) { return kind(c) == wanted || (wanted == 1 && c >= u'0' && c <= u'9'); };
  while (end < phrase.size() && (wanted == 1 || wanted == 3) && goes_on(phrase[end])) ++end;
  return phrase.substr(0, end);
}

string quote(const string& cell) {
  string out = "\"";
  for (const char c : cell) {
    if (c == '"' || c == '\\') out += '\\';
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(byte));
      out += octal;
    }
  }
  return out + "\"";
}

string number_literal(const string& cell) {
  char* end = nullptr;
  std::strtod(cell.c_str(), &end);
  const bool is_number = !cell.empty() && *end == 0 && std::isalpha(static_cast<unsigned char>(cell[0])) == 0;
  return is_number ? cell : "kNaN";
}

void write_header(const vector<TableSource>& tables, std::ostream& out) {
  out << "// Generated from src/data/*.tsv by compile_tables. Do not edit.\n#pragma once\n#include <cstddef>\n"
         "#include <cstdint>\n#include <string_view>\n\nnamespace fihris {\n\nenum class Table : uint8_t {";
  for (const TableSource& table : tables) out << ' ' << table.name << ',';
  out << " kCount };\n\n// Columns by name, for row_cell.\n";
  for (const TableSource& table : tables) {
    out << "namespace " << table.name << "_columns {\n";
    for (size_t i = 0; i + 1 < table.columns.size(); ++i) {
      out << "inline constexpr int " << table.columns[i] << " = " << i << ";\n";
    }
    out << "}\n";
  }
  out << R"(
namespace table_data {

struct TableShape {
  uint32_t first_row, rows, first_cell, columns;
};
// The phrases, sorted by their first word and longest first, lie in the pool one
// after another; their lengths tell where. The index over them (figures/words)
// is made when it is first asked for: it is larger than what it is made of.
extern const std::u16string_view kPool;
extern const TableShape kShapes[];
extern const double kValues[];
extern const std::string_view kCells[];
extern const uint32_t kPhraseCount;
extern const uint8_t kPhraseLengths[];
extern const uint16_t kPhraseRows[];
extern const Table kPhraseTables[];
extern const uint32_t kHeadCount;
extern const uint8_t kHeadLengths[];   // of the first word
extern const uint16_t kHeadPhrases[];  // phrases that begin with it

}  // namespace table_data
}  // namespace fihris
)";
}

void write_rows(const vector<TableSource>& tables, std::ostream& out) {
  size_t row = 0;
  size_t cell = 0;
  out << "const TableShape kShapes[] = {\n";
  for (const TableSource& table : tables) {
    out << "    {" << row << ", " << table.rows.size() << ", " << cell << ", " << table.columns.size() - 1 << "},\n";
    row += table.rows.size();
    cell += table.rows.size() * (table.columns.size() - 1);
  }
  out << "};\nconst double kValues[] = {\n";
  for (const TableSource& table : tables) {
    for (const Row& r : table.rows) out << number_literal(r.cells.empty() ? "" : r.cells[0]) << ",\n";
  }
  out << "};\nconst std::string_view kCells[] = {\n";
  for (const TableSource& table : tables) {
    for (const Row& r : table.rows) {
      for (const string& c : r.cells) out << quote(c) << ", ";
      out << '\n';
    }
  }
  out << "\"\"};\n";
}

template <class Values>
void write_list(std::ostream& out, const char* type, const char* name, const Values& values) {
  out << "const " << type << ' ' << name << "[] = {";
  for (size_t i = 0; i < values.size(); ++i) out << values[i] << (i % 20 == 19 ? ",\n" : ",");
  out << "};\n";
}

void write_index(const vector<Phrase>& phrases, std::ostream& out) {
  std::map<u16string, vector<Phrase>> heads;
  for (const Phrase& phrase : phrases) heads[first_word(phrase.text)].push_back(phrase);
  vector<size_t> pool;
  vector<size_t> lengths;
  vector<size_t> rows;
  vector<string> tables;
  vector<size_t> head_lengths;
  vector<size_t> head_phrases;
  for (auto& [word, list] : heads) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Phrase& a, const Phrase& b) { return a.text.size() > b.text.size(); });
    head_lengths.push_back(word.size());
    head_phrases.push_back(list.size());
    for (const Phrase& phrase : list) {
      pool.insert(pool.end(), phrase.text.begin(), phrase.text.end());
      lengths.push_back(phrase.text.size());
      rows.push_back(phrase.row);
      tables.push_back("Table(" + std::to_string(phrase.table) + ")");
      if (phrase.text.size() > 0xFF) fail("tables", 0, "a phrase longer than 255 letters");
    }
  }
  if (phrases.size() > 0xFFFF || heads.size() > 0xFFFE) fail("tables", 0, "more phrases than 16 bits count");
  out << "const uint32_t kPhraseCount = " << phrases.size() << ";\nconst uint32_t kHeadCount = " << heads.size()
      << ";\n";
  write_list(out, "uint8_t", "kPhraseLengths", lengths);
  write_list(out, "uint16_t", "kPhraseRows", rows);
  write_list(out, "Table", "kPhraseTables", tables);
  write_list(out, "uint8_t", "kHeadLengths", head_lengths);
  write_list(out, "uint16_t", "kHeadPhrases", head_phrases);
  out << "namespace {\n";
  write_list(out, "char16_t", "kPoolUnits", pool);
  out << "}\nconst std::u16string_view kPool(kPoolUnits, " << pool.size() << ");\n";
}

}  // namespace

// usage: compile_tables OUT_DIR TABLE.tsv...
int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: compile_tables OUT_DIR TABLE.tsv...\n";
    return 2;
  }
  vector<TableSource> tables;
  vector<Phrase> phrases;
  for (int i = 2; i < argc; ++i) tables.push_back(read_table(argv[i], tables.size(), phrases));
  const string directory = argv[1];
  std::ofstream header(directory + "/tables.h");
  write_header(tables, header);
  std::ofstream source(directory + "/tables.cpp");
  source << "// Generated from src/data/*.tsv by compile_tables. Do not edit.\n#include "
            "\"figures/tables.h\"\n\n#include <limits>\n\n"
            "namespace fihris::table_data {\n\nnamespace {\nconstexpr double kNaN = "
            "std::numeric_limits<double>::quiet_NaN();\n}\n\n";
  write_rows(tables, source);
  write_index(phrases, source);
  source << "\n}  // namespace fihris::table_data\n";
  header.close();
  source.close();
  return header && source ? 0 : 1;
}
