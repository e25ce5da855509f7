#include "analysis.h"
#include "output/json.h"
int main() { return fihris::to_json(fihris::analyse(u"")).empty(); }
