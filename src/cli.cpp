// The command line: files or standard input in, results out. It decides
// nothing about the text; it names what was wrong with the input and goes on.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "analysis.h"
#include "output/formats.h"
#include "output/jsonl.h"
#include "text/utf.h"

namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kBadCall = 2;

constexpr const char* kUsage =
    "usage: fihris [OPTIONS] [FILE...]\n"
    "Reads Arabic news text (UTF-8) from the files or standard input and shows the\n"
    "names and figures in it.\n"
    "  --format F         json (default off a terminal), text (default on one), jsonl,\n"
    "                     csv, brat, conll, tei, webanno, html\n"
    "  --date YYYY-MM-DD  publication date: relative dates are resolved against it\n"
    "  --jsonl            each input line is {\"id\": any, \"text\": \"...\", \"date\": \"...\"};\n"
    "                     each output line is the result with the same id\n"
    "  --help, --version\n"
    "Exit status: 0 done, 1 some input was bad, 2 the call was wrong.\n";

struct Call {
  std::optional<fihris::Format> format;
  fihris::Options options;
  bool jsonl = false;
  std::vector<std::string> files;
};

[[noreturn]] void refuse(const std::string& why) {
  std::cerr << "fihris: " << why << " (see fihris --help)\n";
  std::exit(kBadCall);
}

void take_option(Call& call, const std::string& name, const std::string& value) {
  if (name == "--format") {
    call.format = fihris::find_format(value);
    if (!call.format) refuse("unknown format '" + value + "'");
  } else {
    call.options.published = fihris::parse_iso_day(value);
    if (!call.options.published) refuse("--date wants an existing day as YYYY-MM-DD, not '" + value + "'");
  }
}

Call read_call(int argc, char** argv) {
  Call call;
  bool options_over = false;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    const size_t equals = arg.find('=');
    const std::string name = arg.substr(0, equals);
    if (options_over || arg == "-" || !arg.starts_with('-')) {
      call.files.push_back(arg);
    } else if (arg == "--") {
      options_over = true;
    } else if (arg == "--jsonl") {
      call.jsonl = true;
    } else if (arg == "--help") {
      std::cout << kUsage;
      std::exit(kDone);
    } else if (arg == "--version") {
      std::cout << "fihris " FIHRIS_VERSION "\n";
      std::exit(kDone);
    } else if (name == "--format" || name == "--date") {
      if (equals == std::string::npos && i + 1 == argc) refuse(name + " wants a value");
      take_option(call, name, equals == std::string::npos ? argv[++i] : arg.substr(equals + 1));
    } else {
      refuse("unknown option '" + arg + "'");
    }
  }
  if (call.files.empty()) call.files.push_back("-");
  return call;
}

std::optional<std::string> read_bytes(const std::string& file) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return std::nullopt;
  return bytes;
}

std::string shown_name(const std::string& file) { return file == "-" ? "standard input" : file; }

// One line of JSON in, one out; bad lines are answered on their own line.
int run_lines(std::istream& in, const std::string& file, const fihris::Options& options) {
  int status = kDone;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const fihris::LineResult result = fihris::analyse_line(line, options);
    std::cout << result.json << '\n';
    if (result.error.empty()) continue;
    std::cerr << "fihris: " << shown_name(file) << ":" << number << ": " << result.error << '\n';
    status = kBadInput;
  }
  return status;
}

int run_jsonl(const Call& call) {
  int status = kDone;
  for (const std::string& file : call.files) {
    if (file == "-") {
      status |= run_lines(std::cin, file, call.options);
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    if (in) {
      status |= run_lines(in, file, call.options);
    } else {
      std::cerr << "fihris: " << file << ": cannot be read\n";
      status = kBadInput;
    }
  }
  return status;
}

int run_texts(const Call& call, fihris::Format format, bool colour) {
  int status = kDone;
  fihris::Writer writer(format, colour, call.files.size());
  for (const std::string& file : call.files) {
    const std::optional<std::string> bytes = read_bytes(file);
    if (!bytes) {
      std::cerr << "fihris: " << shown_name(file) << ": cannot be read\n";
      status = kBadInput;
      continue;
    }
    const fihris::Utf16Text source = fihris::utf8_to_utf16(*bytes);
    if (source.bad_byte) {
      std::cerr << "fihris: " << shown_name(file) << ": not UTF-8: bad byte at offset " << *source.bad_byte << '\n';
      status = kBadInput;
      continue;
    }
    std::cout << writer.add(file, source.text, fihris::analyse(source.text, call.options));
  }
  std::cout << writer.finish();
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const Call call = read_call(argc, argv);
  int status = kDone;
  if (call.jsonl) {
    if (call.format && *call.format != fihris::Format::jsonl && *call.format != fihris::Format::json)
      refuse("--jsonl writes JSON lines; no other format goes with it");
    status = run_jsonl(call);
  } else {
    const bool terminal = isatty(STDOUT_FILENO) != 0;
    const fihris::Format format = call.format.value_or(terminal ? fihris::Format::text : fihris::Format::json);
    status = run_texts(call, format, terminal);
  }
  if (!std::cout.flush()) {
    std::cerr << "fihris: the output could not be written\n";
    return kBadInput;
  }
  return status;
}
